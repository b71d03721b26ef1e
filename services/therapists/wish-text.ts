import { spaced, spacedPhrase } from './vocabulary/find-words.js';
import { wishWords } from './wishes-data.js';

/** Words that tell that a phrase is meant: ahead of it, behind it, or nothing but it. */
export interface Cues {
  before: readonly string[];
  after: readonly string[];
  alone: boolean;
}

const LIST_GOES_ON = /^ (and|or|please|who|with|within|near|\|)/;

/** A patient's message while it is read: what was understood is taken out, so that nothing is read twice. */
export class WishText {
  /** Spaced words; what was taken is blanked by "|". */
  private rest: string;
  /** The message without words that only make it polite. */
  private readonly core: string;

  constructor(text: string) {
    this.rest = spaced(text);
    this.core = withoutFiller(this.rest);
  }

  /** The whole message, but for polite words, is one of these. */
  is(phrases: readonly string[]): boolean {
    return phrases.some((phrase) => [this.core, this.rest].includes(spacedPhrase(phrase)));
  }

  has(phrases: readonly string[]): boolean {
    return phrases.some((phrase) => this.rest.includes(spacedPhrase(phrase)));
  }

  /** Takes out every one of the phrases that stands there un-negated; the longest first. True where one did. */
  take(phrases: readonly string[]): boolean {
    let taken = false;
    for (const phrase of phrases.map((phrase) => spacedPhrase(phrase)).sort((a, b) => b.length - a.length)) {
      for (let at = this.rest.indexOf(phrase); at >= 0; at = this.rest.indexOf(phrase, at)) {
        taken = !this.negatedAt(at) || taken;
        this.blank(at, phrase.length);
      }
    }
    return taken;
  }

  /** As `take`, though it may stand behind "no" or "not", as "distance does not matter" does. */
  takeAnyway(phrases: readonly string[]): boolean {
    const taken = this.has(phrases);
    this.take(phrases);
    return taken;
  }

  /** As `take`, where the phrase stands right after one of `before`, right before one of `after`, or alone. */
  takeWithCue(phrases: readonly string[], cues: Cues): boolean {
    return phrases.some((phrase) => {
      const word = spacedPhrase(phrase);
      const at = this.rest.indexOf(word);
      if (at < 0 || !(this.isCued(at, word, cues) || (cues.alone && this.core === word))) return false;
      const negated = this.negatedAt(at);
      this.blank(at, word.length);
      return !negated;
    });
  }

  private isCued(at: number, word: string, { before, after }: Cues): boolean {
    const ahead = this.rest.slice(0, at + 1);
    const behind = this.rest.slice(at + word.length - 1);
    // "in French" but not "in French Lick".
    const ends = behind.trim() === '' || LIST_GOES_ON.test(behind);
    return (
      before.some((cue) => ahead.endsWith(spacedPhrase(cue)) && (cue !== 'in' || ends)) ||
      after.some((cue) => behind.startsWith(spacedPhrase(cue))) ||
      / \|+ (and|or) $/.test(ahead)
    );
  }

  /** Nothing is left but polite words. */
  get isSpent(): boolean {
    return withoutFiller(this.rest.replace(/\|/g, '')).trim() === '';
  }

  /** What is left to read. */
  get left(): string {
    return this.rest.replace(/\|+/g, ' ');
  }

  private negatedAt(at: number): boolean {
    const ahead = ` ${this.rest.slice(0, at).trim().split(' ').slice(-3).join(' ')} `;
    return wishWords.negations.some((negation) => ahead.includes(spacedPhrase(negation)));
  }

  private blank(at: number, length: number): void {
    this.rest = `${this.rest.slice(0, at)} ${'|'.repeat(length - 2)} ${this.rest.slice(at + length)}`;
  }
}

const FILLER = new Set(wishWords.filler);

function withoutFiller(text: string): string {
  return ` ${text
    .trim()
    .split(' ')
    .filter((word) => !FILLER.has(word))
    .join(' ')} `;
}
