import { states } from './place-words.js';
import { plainKey } from './plain-words.js';

/** "MA" of "Massachusetts", "mass." and "ma": a state of the United States or a province of Canada. */
export function stateCode(text: string): string | undefined {
  return states.get(plainKey(text))?.code;
}
