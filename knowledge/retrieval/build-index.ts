import {
  DEFAULT_WEIGHTING,
  FIELDS,
  type IndexedWord,
  rarityOf,
  type SearchDocument,
  type SearchIndex,
  SHORTEST_CORRECTED,
  type Weighting,
} from './search-index.js';
import { englishVocabulary, type Vocabulary } from './vocabulary.js';
import { eachWord } from './words-of.js';

export interface IndexOptions {
  weighting?: Weighting;
  vocabulary?: Vocabulary;
}

/** How often a document's fields hold a term, kept while the average lengths are not yet known. */
class Occurrences {
  count = 0;
  terms = new Uint32Array(1024);
  documents = new Uint32Array(1024);
  /** One number for each field of `FIELDS`. */
  times = new Uint16Array(1024 * FIELDS.length);

  add(term: number, document: number): number {
    if (this.count === this.terms.length) this.grow();
    this.terms[this.count] = term;
    this.documents[this.count] = document;
    return this.count++;
  }

  private grow(): void {
    const capacity = this.terms.length * 2;
    this.terms = enlarged(this.terms, new Uint32Array(capacity));
    this.documents = enlarged(this.documents, new Uint32Array(capacity));
    this.times = enlarged(this.times, new Uint16Array(capacity * FIELDS.length));
  }
}

function enlarged<T extends Uint32Array | Uint16Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** Indexes documents in one pass; none of their text is kept. Ids must differ from one another. */
export function buildIndex(documents: Iterable<SearchDocument>, options: IndexOptions = {}): SearchIndex {
  const { weighting = DEFAULT_WEIGHTING, vocabulary = englishVocabulary() } = options;
  const ids: string[] = [];
  const terms = new Map<string, number>();
  const occurrences = new Occurrences();
  const lengths: number[][] = FIELDS.map(() => []);
  const known = new Map<string, number>();
  const numberOf = termNumbers(terms, known, vocabulary);
  /** For each term, where the current document's occurrences of it are counted. */
  const current: number[] = [];

  for (const document of documents) {
    const number = ids.push(document.id) - 1;
    const firstOfDocument = occurrences.count;
    FIELDS.forEach((field, fieldNumber) => {
      let length = 0;
      eachWord(document[field] ?? '', (word) => {
        const term = numberOf(word);
        if (term < 0) return;
        length++;
        let at = current[term] ?? -1;
        if (at < firstOfDocument) {
          at = occurrences.add(term, number);
          current[term] = at;
        }
        const counter = at * FIELDS.length + fieldNumber;
        const before = occurrences.times[counter] ?? 0;
        if (before < 0xffff) occurrences.times[counter] = before + 1;
      });
      lengths[fieldNumber]?.push(length);
    });
  }
  return {
    ids,
    ranks: ranksOf(ids),
    terms,
    words: byFirstLetter(known, [...terms.keys()]),
    ...weigh(occurrences, terms.size, lengths, weighting),
  };
}

/** Numbers terms as they come up; -1 for a word that is not indexed. Each distinct word is stemmed once. */
function termNumbers(
  terms: Map<string, number>,
  known: Map<string, number>,
  vocabulary: Vocabulary,
): (word: string) => number {
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const own = detached(word);
    const term = vocabulary.termOf(own);
    let number = -1;
    if (term !== undefined) {
      number = terms.get(term) ?? terms.size;
      if (number === terms.size) terms.set(detached(term), number);
    }
    known.set(own, number);
    return number;
  };
}

function byFirstLetter(known: ReadonlyMap<string, number>, terms: readonly string[]): SearchIndex['words'] {
  const words = new Map<string, IndexedWord[]>();
  for (const [word, number] of known) {
    const term = terms[number];
    if (term === undefined || word.length < SHORTEST_CORRECTED - 1 || !/^[a-z]+$/.test(word)) continue;
    const [letter = ''] = word;
    const others = words.get(letter);
    if (others) others.push({ word, term });
    else words.set(letter, [{ word, term }]);
  }
  return words;
}

/** A copy with memory of its own: a slice of a long text would keep the whole text alive. */
function detached(word: string): string {
  return word.length < 13 ? word : Buffer.from(word).toString();
}

function ranksOf(ids: readonly string[]): Uint32Array {
  const ranks = new Uint32Array(ids.length);
  const sorted = [...ids.keys()].sort((a, b) => ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1));
  sorted.forEach((document, rank) => {
    ranks[document] = rank;
  });
  return ranks;
}

function weigh(
  occurrences: Occurrences,
  termCount: number,
  lengths: readonly number[][],
  weighting: Weighting,
): Pick<SearchIndex, 'rarities' | 'starts' | 'documents' | 'impacts'> {
  const { count, terms, documents: documentOf, times } = occurrences;
  const starts = startsOf(occurrences, termCount);
  const documentCount = lengths[0]?.length ?? 0;
  const rarities = Float32Array.from({ length: termCount }, (_, term) =>
    rarityOf((starts[term + 1] ?? 0) - (starts[term] ?? 0), documentCount),
  );
  const factors = lengths.map((ofDocuments, field) => fieldFactors(ofDocuments, field, weighting));

  const next = starts.slice();
  const documents = new Uint32Array(count);
  const impacts = new Float32Array(count);
  for (let at = 0; at < count; at++) {
    const term = terms[at] ?? 0;
    const document = documentOf[at] ?? 0;
    let frequency = 0;
    for (let field = 0; field < factors.length; field++) {
      frequency += (times[at * FIELDS.length + field] ?? 0) * (factors[field]?.[document] ?? 0);
    }
    const slot = next[term] ?? 0;
    next[term] = slot + 1;
    documents[slot] = document;
    impacts[slot] =
      ((rarities[term] ?? 0) * frequency * (weighting.saturation + 1)) / (weighting.saturation + frequency);
  }
  return { rarities, starts, documents, impacts };
}

/** Where each term's documents begin, by counting them. */
function startsOf({ count, terms }: Occurrences, termCount: number): Uint32Array {
  const starts = new Uint32Array(termCount + 1);
  for (let at = 0; at < count; at++) {
    const following = (terms[at] ?? 0) + 1;
    starts[following] = (starts[following] ?? 0) + 1;
  }
  for (let term = 0; term < termCount; term++)
    starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  return starts;
}

/** What one occurrence in this field counts, for each document: its weight, less where the field is long. */
function fieldFactors(lengths: readonly number[], fieldNumber: number, weighting: Weighting): Float32Array {
  const field = FIELDS[fieldNumber] ?? 'text';
  const filled = lengths.filter((length) => length > 0);
  const average = filled.reduce((sum, length) => sum + length, 0) / (filled.length || 1);
  const norm = weighting.lengthNorm[field];
  return Float32Array.from(lengths, (length) =>
    length === 0 ? 0 : weighting.fields[field] / (1 - norm + (norm * length) / average),
  );
}
