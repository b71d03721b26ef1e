import { hash } from 'node:crypto';

/** 128 bits of a cryptographic hash: no two keys of all the files in the world have the same. */
const WORDS = 4;
const FULLEST = 0.7;

/** On which line a key was first seen, in 20 bytes a place and outside the heap: a million ids take 40 MB. */
export class SeenLines {
  private hashes: Uint32Array;
  /** 0 where the place is free. */
  private lines: Uint32Array;
  private size = 0;

  /** `places`: a power of two. */
  constructor(places = 1 << 12) {
    this.hashes = new Uint32Array(places * WORDS);
    this.lines = new Uint32Array(places);
  }

  lineOf(key: string): number | undefined {
    return this.lines[this.placeOf(wordsOf(key))] || undefined;
  }

  /** A line counts from 1. */
  add(key: string, line: number): void {
    if (this.size >= this.lines.length * FULLEST) this.grow();
    this.put(wordsOf(key), line);
  }

  private put(words: Uint32Array, line: number): void {
    const place = this.placeOf(words);
    if (this.lines[place] === 0) this.size++;
    this.hashes.set(words, place * WORDS);
    this.lines[place] = line;
  }

  /** Where the key stands, or the free place where it belongs. */
  private placeOf(words: Uint32Array): number {
    const mask = this.lines.length - 1;
    let place = (words[0] ?? 0) & mask;
    while (this.lines[place] !== 0 && !this.standsAt(place, words)) place = (place + 1) & mask;
    return place;
  }

  private standsAt(place: number, words: Uint32Array): boolean {
    for (let index = 0; index < WORDS; index++)
      if (this.hashes[place * WORDS + index] !== words[index]) return false;
    return true;
  }

  private grow(): void {
    const { hashes, lines } = this;
    this.hashes = new Uint32Array(hashes.length * 2);
    this.lines = new Uint32Array(lines.length * 2);
    this.size = 0;
    for (const [place, line] of lines.entries())
      if (line !== 0) this.put(hashes.subarray(place * WORDS, (place + 1) * WORDS), line);
  }
}

/** Filled again for each key, so nothing is allocated. */
const words = new Uint32Array(WORDS);

/** Good until the next call. */
function wordsOf(key: string): Uint32Array {
  // A character for each byte: a string costs the heap far less than a buffer.
  const bytes = hash('sha256', key, 'binary');
  for (let index = 0; index < WORDS; index++) {
    const at = index * 4;
    words[index] =
      bytes.charCodeAt(at) |
      (bytes.charCodeAt(at + 1) << 8) |
      (bytes.charCodeAt(at + 2) << 16) |
      (bytes.charCodeAt(at + 3) << 24);
  }
  return words;
}
