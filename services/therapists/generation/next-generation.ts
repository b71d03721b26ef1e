import { buildIndex, type Entry, nextIndex } from '../record-index/build-index.js';
import { factsOf } from '../record-index/facts.js';
import type { Changes } from './changes.js';
import { checkRecord } from './check-record.js';
import { encodeDirectory, type Part } from './encode.js';
import type { Generation } from './generation.js';
import { hashOf } from './read-generation.js';

/**
 * The generation after a change. Records that do not change keep their text, byte for byte, and are not checked
 * again.
 * @throws CodedError DIRECTORY_INVALID for a changed record that is not valid.
 */
export function nextGeneration(standing: Generation, changes: Changes, path: string): Generation {
  const parts: Part[] = [];
  const entries: Entry[] = [];
  const take = (text: string) => {
    parts.push(text);
    entries.push(factsOf(checkRecord(JSON.parse(text), path)));
  };
  const keep = (from: number, to: number) => {
    if (from < to) parts.push({ from, to });
    for (let position = from; position < to; position++) entries.push(position);
  };
  let from = 0;
  for (const position of [...changes.altered.keys()].sort((a, b) => a - b)) {
    keep(from, position);
    const text = changes.altered.get(position);
    if (text !== undefined) take(text);
    from = position + 1;
  }
  keep(from, standing.starts.length);
  for (const text of changes.added) take(text);
  const encoded = encodeDirectory(parts, standing);
  return { ...encoded, index: nextIndex(standing.index, entries), hash: hashOf(encoded.text) };
}

/** A directory without records. */
export function emptyGeneration(): Generation {
  const encoded = encodeDirectory([]);
  return { ...encoded, index: buildIndex([]), hash: hashOf(encoded.text) };
}
