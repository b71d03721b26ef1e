import type { Generation } from './generation.js';

const HEAD = Buffer.from('{"version": 1, "therapists": [\n');
const BETWEEN = Buffer.from(',\n');
const TAIL = Buffer.from('\n]}\n');

type Placed = Pick<Generation, 'text' | 'starts' | 'ends'>;

/** A record as JSON, or a run of records that stand one after another in a text before: `from` up to `to`. */
export type Part = string | { from: number; to: number };

/**
 * The text of a directory's file, and where each record stands in it. Runs are copied with what stands between
 * their records, as whoever wrote them wrote it.
 */
export function encodeDirectory(parts: readonly Part[], before?: Placed): Placed {
  const pieces = parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : runOf(part, before)));
  const between = BETWEEN.length * Math.max(0, parts.length - 1);
  const size = pieces.reduce((sum, { length }) => sum + length, HEAD.length + between + TAIL.length);
  const text = new Uint8Array(size);
  const count = parts.reduce((sum, part) => sum + (typeof part === 'string' ? 1 : part.to - part.from), 0);
  const starts = new Uint32Array(count);
  const ends = new Uint32Array(count);
  text.set(HEAD);
  let at = HEAD.length;
  let position = 0;
  for (const [number, part] of parts.entries()) {
    const piece = pieces[number] as Uint8Array;
    if (number > 0) {
      text.set(BETWEEN, at);
      at += BETWEEN.length;
    }
    text.set(piece, at);
    if (typeof part === 'string') {
      starts[position] = at;
      ends[position++] = at + piece.length;
    } else if (before) {
      const shift = at - (before.starts[part.from] as number);
      for (let old = part.from; old < part.to; old++) {
        starts[position] = (before.starts[old] as number) + shift;
        ends[position++] = (before.ends[old] as number) + shift;
      }
    }
    at += piece.length;
  }
  text.set(TAIL, at);
  return { text, starts, ends };
}

function runOf({ from, to }: { from: number; to: number }, before: Placed | undefined): Uint8Array {
  return before ? before.text.subarray(before.starts[from], before.ends[to - 1]) : new Uint8Array();
}
