import type { Side } from '../report.js';
import { readMessage } from '../slots/message.js';
import { namedRegions } from '../slots/regions.js';
import { sidesIn } from '../slots/sides.js';

/** The side that an answer names: "left", "the right one", "both sides", "left and right". */
export function readSide(text: string): Side | undefined {
  const message = readMessage(text);
  const regionWords = new Set(namedRegions(message).flatMap(({ words }) => words));
  const sides = new Set(
    sidesIn(message.words, (index) => regionWords.has(index))
      .filter(({ at }) => message.contextOf([at]).status !== 'absent')
      .map(({ side }) => side),
  );
  const [only] = sides;
  return sides.size > 1 ? 'both' : only;
}
