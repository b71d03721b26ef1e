import { englishVocabulary } from '../retrieval/vocabulary.js';
import { wordsOf } from '../retrieval/words-of.js';
import { asDigits } from './numbers-in.js';
import type { SupportRules } from './support-rules.js';

/** What a sentence, or a part of one, says: enough to tell whether two say the same. */
export interface Statement {
  /** Its words of meaning as terms, in order, each once. */
  terms: readonly string[];
  /** Those that stand behind a negation in the same part of the sentence. */
  denied: ReadonlySet<string>;
  /** Groups of words that turn a meaning round; a minus marks one that is denied. */
  telling: ReadonlySet<string>;
  /** Words of meaning and telling words as they follow each other. */
  order: readonly string[];
  /** Where "than" stands in `order`: what is before it does more or better than what is behind. */
  than?: number;
  /** It says "may", "some" or the like. */
  softened: boolean;
  hedged: boolean;
  /** It speaks of massage, or of what was named before it. */
  isOfMassage: boolean;
  /** It is an answer to what its heading asks: "It is rare, but yes." */
  answers: boolean;
}

/** Fewer words that count are no statement of their own, and go with the part before. */
const LEAST_WORDS = 2;
const PARTS = /[.,;:!?]\s+|\s+(?=(?:but|so|because|although|though|while|unless)\s)/;

/** The statements of a sentence, part by part. */
export function statementsIn(text: string, rules: SupportRules): Statement[] {
  const parts: string[] = [];
  for (const part of text.split(PARTS)) {
    const last = parts.at(-1);
    if (last !== undefined && statementOf(part, rules).order.length < LEAST_WORDS)
      parts[parts.length - 1] = `${last}, ${part}`;
    else parts.push(part);
  }
  return parts.map((part) => statementOf(part, rules)).filter(({ terms }) => terms.length > 0);
}

export function statementOf(text: string, rules: SupportRules): Statement {
  const terms: string[] = [];
  const denied = new Set<string>();
  const telling = new Set<string>();
  const order: string[] = [];
  const all: string[] = [];
  let than: number | undefined;
  for (const part of text.split(PARTS)) {
    let denies = false;
    for (const written of wordsOf(part)) {
      const word = asDigits(written);
      all.push(word);
      if (word === 'than') than ??= order.length;
      if (isNegation(word, rules)) denies = !denies;
      const group = rules.telling.get(word);
      if (group !== undefined) {
        telling.add(denies ? `-${group}` : group);
        order.push(group);
      }
      const term = meaningOf(word);
      if (term === undefined) continue;
      if (!terms.includes(term)) terms.push(term);
      if (group === undefined) order.push(term);
      if (denies) denied.add(term);
    }
  }
  return {
    terms,
    denied,
    telling,
    order,
    softened: all.some((word) => rules.softening.has(word)),
    hedged: all.some((word) => rules.hedges.has(word)),
    ...(than !== undefined && { than }),
    isOfMassage: all.some((word) => /^(?:massages?|it|its|they|sessions?|that|this|both|those)$/.test(word)),
    answers: /^(?:it|they|yes|no|mostly|often|usually|perhaps|not|for most)\b/i.test(text),
  };
}

function isNegation(word: string, { negations }: SupportRules): boolean {
  return negations.has(word) || (word.endsWith("n't") && negations.has("n't"));
}

function meaningOf(word: string): string | undefined {
  const vocabulary = englishVocabulary();
  const term = vocabulary.termOf(word);
  return term === undefined || vocabulary.isWeak(term) ? undefined : term;
}
