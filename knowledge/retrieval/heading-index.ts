import type { Vocabulary } from './vocabulary.js';
import { wordsOf } from './words-of.js';

/** How like a question is to the heading of each passage, 0 to 1; 1 where both are the same words in the same order. */
interface HeadingLikeness {
  /** The question as a whole to the heading as a whole. */
  whole: Float32Array;
  /**
   * Or one clause of the question to the first of the heading ("Does it really work, or is it in the mind?" asks two things),
   * less where the clause is a small part of the question: what stands around it says what it is about.
   */
  clause: Float32Array;
}

export interface HeadingIndex {
  likeness(question: string): HeadingLikeness;
  /** For each passage, whether other pages have that heading, or a clause of it, too. */
  repeated: readonly boolean[];
}

/** Words and pairs of neighbours, small words too: "how many sessions will I need" has hardly any others. */
type Features = ReadonlySet<string>;

/** A heading is short; of a question the beginning is compared. */
const MOST_CHARACTERS = 400;
const MOST_CLAUSES = 6;
const FEWEST_WORDS = 3;

/** Indexes the headings of passages, so that a question is compared only with those that share a word with it. */
export function buildHeadingIndex(
  passages: readonly { heading: string; page: string }[],
  vocabulary: Vocabulary,
): HeadingIndex {
  const wholes = new Postings(passages.length);
  const clauses = new Postings(passages.length);
  const pagesOf = new Map<string, Set<string>>();
  const keys = passages.map(({ heading, page }, passage) => {
    const { whole, parts } = partsOf(heading, vocabulary);
    wholes.add(passage, featuresOf(whole));
    // Only with what it begins a heading asks something of itself: of "a knot in a muscle, what is it?" the end says nothing.
    const [first = whole] = parts;
    clauses.add(passage, featuresOf(first));
    const own = [whole, first].map((stems) => stems.join(' '));
    for (const key of own) pagesOf.set(key, (pagesOf.get(key) ?? new Set()).add(page));
    return own;
  });
  return {
    repeated: keys.map((own) => own.some((key) => (pagesOf.get(key)?.size ?? 0) > 1)),
    likeness(question) {
      const { whole, parts } = partsOf(question, vocabulary);
      const all = wholes.likeness([{ features: featuresOf(whole), share: 1 }]);
      const share = (part: readonly string[]) => Math.min(1, part.length / whole.length);
      const asked = parts.map((part) => ({ features: featuresOf(part), share: share(part) }));
      return { whole: all, clause: clauses.likeness(asked, all.slice()) };
    },
  };
}

/** Which texts hold a feature. */
class Postings {
  private readonly passages: number[] = [];
  private readonly sizes: number[] = [];
  private readonly holding = new Map<string, number[]>();

  constructor(private readonly count: number) {}

  add(passage: number, features: Features): void {
    const text = this.passages.push(passage) - 1;
    this.sizes.push(features.size);
    for (const feature of features) {
      const texts = this.holding.get(feature);
      if (texts) texts.push(text);
      else this.holding.set(feature, [text]);
    }
  }

  /** For each passage the likeness of its likest text to any of these (Dice's coefficient, times its share), or what `most` has. */
  likeness(
    asked: readonly { features: Features; share: number }[],
    most = new Float32Array(this.count),
  ): Float32Array {
    for (const { features, share } of asked) {
      const shared = new Map<number, number>();
      for (const feature of features)
        for (const text of this.holding.get(feature) ?? []) shared.set(text, (shared.get(text) ?? 0) + 1);
      for (const [text, both] of shared) {
        const passage = this.passages[text] ?? 0;
        const like = (share * 2 * both) / (features.size + (this.sizes[text] ?? 0));
        if (like > (most[passage] ?? 0)) most[passage] = like;
      }
    }
    return most;
  }
}

function partsOf(text: string, vocabulary: Vocabulary): { whole: string[]; parts: string[][] } {
  const given = text.slice(0, MOST_CHARACTERS);
  const clauses = given.split(/[,.;:?!\n]+/).slice(0, MOST_CLAUSES);
  return {
    whole: stemsOf(given, vocabulary),
    parts: clauses
      .map((clause) => stemsOf(clause, vocabulary))
      .filter(({ length }) => length >= FEWEST_WORDS),
  };
}

function stemsOf(text: string, { passedOver, massageItself, stemOf }: Vocabulary): string[] {
  const stems = wordsOf(text)
    .filter((word) => !passedOver.has(word))
    .map((word) => (massageItself.has(word) ? 'massage' : stemOf(word)));
  return stems.filter((stem, at) => stem !== stems[at - 1]);
}

function featuresOf(stems: readonly string[]): Features {
  return new Set([...stems, ...stems.slice(1).map((stem, at) => `${stems[at]} ${stem}`)]);
}
