import type { ChecklistView, Choice } from '../views/view.js';
import { matchChoice } from './match-choice.js';
import { cardinalOf, isNumbered, positionIn } from './numbers.js';
import { synonymsOf, vocabulary } from './vocabulary.js';
import { isFiller, sameWords, wordsOf } from './words.js';

export interface ChecklistAnswer {
  /** Values of the ticked items, in the order of the list. */
  values: string[];
  /** "None of these": `values` is empty then. */
  none: boolean;
}

type ChecklistLike = Pick<ChecklistView, 'items' | 'none'>;

/** Parts two items of an answer, as does a comma. */
const separator = '|';
const longestAnswer = 400;
/** "1-3" is as often 1 and 3 as 1 to 3. */
const dashedNumbers = /^\s*\d+\s*[-–—~]\s*\d+\s*$/u;
const longestLabelWords = 14;
const yesWords = [vocabulary.standard.yes.label, ...vocabulary.standard.yes.synonyms];

/**
 * What the text ticks: "1 and 3", "first and last", labels, "all of them", "none of these". The number after
 * the last item is `none`. Undefined unless every word is understood: "all but 2", "no fever" and "2 or 3"
 * are for asking again; so is "the last one", which could be the last item or `none`.
 */
export function matchChecklist(text: string, view: ChecklistLike): ChecklistAnswer | undefined {
  if (text.length > longestAnswer || dashedNumbers.test(text)) return undefined;
  const found = matchWhole(text, view) ?? readFrom(0, tokensOf(text), view, new Set());
  return found && found.length > 0 ? answerOf(found, view) : undefined;
}

/** The whole text as one answer. An empty list: it is unclear, and taking it apart would not help. */
function matchWhole(text: string, view: ChecklistLike): Choice[] | undefined {
  const words = wordsOf(text);
  const says = (phrases: readonly string[]) => phrases.some((phrase) => sameWords(wordsOf(phrase), words));
  const named = matchExactly(words, entriesOf(view));
  if (named) return [named];
  if (says(vocabulary.none) || says(synonymsOf(view.none))) return [view.none];
  if (says(vocabulary.all) || (says(vocabulary.both) && view.items.length === 2)) return [...view.items];
  if (words.some((word) => vocabulary.last.includes(word)) && positionIn(words, 1)) return [];
  const [only, ...others] = view.items;
  if (only && others.length === 0 && says(yesWords)) return [only];
  const close = matchChoice(text, entriesOf(view));
  return close && [close];
}

/** Undefined where none is named together with an item. */
function answerOf(found: readonly Choice[], view: ChecklistLike): ChecklistAnswer | undefined {
  const none = found.includes(view.none);
  const values = view.items.filter((item) => found.includes(item)).map((item) => item.value);
  return none && values.length > 0 ? undefined : { values, none };
}

function tokensOf(text: string): string[] {
  const parts = text.split(/[,;+&•\n]|(?:^|\s)[-*](?=\s)/u).map(wordsOf);
  const tokens = parts.flatMap((part) => [separator, ...part]).slice(1);
  // "Yes, 1 and 3": the yes only says that there are some.
  return tokens[0] === 'yes' ? tokens.slice(1) : tokens;
}

/** Reads all tokens from `at` on as items, longest labels first; undefined where any word is left over. */
function readFrom(
  at: number,
  tokens: readonly string[],
  view: ChecklistLike,
  hopeless: Set<number>,
): Choice[] | undefined {
  if (at >= tokens.length) return [];
  if (hopeless.has(at)) return undefined;
  for (let length = Math.min(longestLabelWords, tokens.length - at); length > 0; length--) {
    const found = readWindow(tokens, at, length, view);
    const rest = found && readFrom(at + length, tokens, view, hopeless);
    if (found && rest) return [...found, ...rest];
  }
  const rest = isConnecting(tokens[at] ?? '') ? readFrom(at + 1, tokens, view, hopeless) : undefined;
  if (!rest) hopeless.add(at);
  return rest;
}

function readWindow(
  tokens: readonly string[],
  at: number,
  length: number,
  view: ChecklistLike,
): Choice[] | undefined {
  const window = tokens.slice(at, at + length).filter((token) => token !== separator);
  const entries = entriesOf(view);
  const exact = matchExactly(window, entries);
  if (exact) return [exact];
  if (isNumbered(entries)) {
    const range = rangeOf(window, view.items);
    const byNumber = entries[(positionIn(window, view.items.length) ?? 0) - 1];
    if (range) return range;
    if (byNumber) return [byNumber];
  }
  // Amid other words "left" is no beginning of a label, and no word a slip of the finger.
  const close = isBounded(tokens, at, length) ? matchChoice(window.join(' '), entries) : undefined;
  return close && [close];
}

function matchExactly(words: readonly string[], entries: readonly Choice[]): Choice | undefined {
  const exact = entries.filter((entry) =>
    [entry.label, entry.value].some((name) => sameWords(wordsOf(name), words)),
  );
  return exact.length === 1 ? exact[0] : undefined;
}

/** "1 to 3": items only. */
function rangeOf(window: readonly string[], items: readonly Choice[]): Choice[] | undefined {
  const [from, to, until, ...more] = window;
  if (more.length > 0 || !to || !vocabulary.ranges.includes(to)) return undefined;
  const first = cardinalOf(from ?? '');
  const last = cardinalOf(until ?? '');
  if (!first || !last || first >= last || last > items.length) return undefined;
  return items.slice(first - 1, last);
}

/** Whether the window stands alone between separators, joiners or the ends. */
function isBounded(tokens: readonly string[], at: number, length: number): boolean {
  return [tokens[at - 1], tokens[at + length]].every(
    (token) => token === undefined || token === separator || vocabulary.joiners.includes(token),
  );
}

function isConnecting(token: string): boolean {
  return token === separator || vocabulary.joiners.includes(token) || isFiller(token);
}

function entriesOf(view: ChecklistLike): Choice[] {
  return [...view.items, view.none];
}
