import type { Region } from '../report.js';
import { readMessage } from '../slots/message.js';
import { namedRegions } from '../slots/regions.js';

/** The regions that an answer to "Where is it?" names, each once, in order; a bare "back" is the lower back. */
export function readRegions(text: string): Region[] {
  const message = readMessage(text);
  const named = namedRegions(message).filter(({ words }) => message.contextOf(words).status !== 'absent');
  const regions = named.map(({ region }) => region);
  const bareBack =
    !regions.some((region) => region.endsWith('back')) &&
    message.words.length <= 6 &&
    message.words.some((word, at) => word.text === 'back' && !message.namesRegion(at)) &&
    message.matches('regionIdiom').length === 0;
  return [...new Set<Region>(bareBack ? [...regions, 'lower_back'] : regions)];
}
