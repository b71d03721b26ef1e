import type { Context } from './context/context.js';
import { type PatternMatch, patternSearch } from './lexicon/find-patterns.js';
import type { Lexicon, PhraseRole } from './lexicon/lexicon.js';
import type { Finding } from './report.js';
import type { Message } from './slots/message.js';
import { triggersIn } from './slots/triggers.js';
import { isLight } from './text/clauses.js';
import { referentsIn } from './text/referents.js';

/** Of one concept with one context so many are kept; a message that repeats itself says no more by it. */
const MOST_ALIKE = 2;
/** Words that lead to the name of a condition and add nothing to it: "after a stroke". */
const JOINS = /^(?:with|after|before|during|when|while|from|for|can|should)$/;
const CLEAR = 'present current patient';

/** A message is read in pieces of about so many words, so that what is settled in one costs nothing in the next. */
const PIECE = 200;

/** How often a concept was found in each context. */
type Counts = Map<string, number>;

/** The findings of a message, in order of place: what each matched phrase of the lexicon says, in its context. */
export function findingsIn(message: Message, lexicon: Lexicon): Finding[] {
  const { words } = message;
  const search = patternSearch(lexicon.patterns, words, referentsIn(words));
  const counts = new Map<string, Counts>();
  const settled = new Set<string>();
  const findings: Finding[] = [];
  for (let from = 0, to = 0; from < words.length; from = to) {
    to = endOfPiece(words, from);
    const matches = search.within(from, to, ({ concept }) => settled.has(concept));
    for (const [concept, ofConcept] of byConcept(matches)) {
      const alike: Counts = counts.get(concept) ?? new Map();
      counts.set(concept, alike);
      findings.push(...findingsOfConcept(outsideTriggers(ofConcept, message, lexicon), message, alike));
      if (isSettled(alike)) settled.add(concept);
    }
  }
  return findings.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The end of the sentence with which a piece is long enough. */
function endOfPiece(words: Message['words'], from: number): number {
  let to = Math.min(from + PIECE, words.length);
  while (to < words.length && words[to]?.sentence === words[to - 1]?.sentence) to++;
  return to;
}

function byConcept(matches: readonly PatternMatch<PhraseRole>[]): Map<string, PatternMatch<PhraseRole>[]> {
  const found = new Map<string, PatternMatch<PhraseRole>[]>();
  for (const match of matches) {
    const list = found.get(match.payload.concept);
    if (list) list.push(match);
    else found.set(match.payload.concept, [match]);
  }
  return found;
}

/** Once something is clearly there, another mention changes nothing. */
function isSettled(alike: Counts): boolean {
  return (alike.get(CLEAR) ?? 0) >= MOST_ALIKE;
}

/** The matches that count: of a concept that means nothing within a trigger, those outside all triggers. */
function outsideTriggers(
  matches: readonly PatternMatch<PhraseRole>[],
  message: Message,
  { concepts }: Lexicon,
): readonly PatternMatch<PhraseRole>[] {
  if (concepts.get(matches[0]?.payload.concept ?? '')?.inTrigger !== 'ignore') return matches;
  const triggers = triggersIn(message);
  return matches.filter(
    ({ words }) => !words.some((at) => triggers.some(({ from, to }) => at >= from && at < to)),
  );
}

function findingsOfConcept(
  matches: readonly PatternMatch<PhraseRole>[],
  message: Message,
  alike: Counts,
): Finding[] {
  const { words } = message;
  const against = new Set(
    matches.filter(({ payload }) => payload.role === 'not').flatMap((match) => match.words),
  );
  const idioms = new Set(
    matches
      .filter(({ payload }) => payload.role === 'idiom')
      .map((match) => words[match.words[0] ?? 0]?.sentence),
  );
  const taken = new Set<number>();
  return matches
    .filter(
      (match) =>
        match.payload.role === 'match' &&
        !match.words.some((word) => against.has(word)) &&
        !idioms.has(words[match.words[0] ?? 0]?.sentence),
    )
    .sort((a, b) => b.words.length - a.words.length || spread(a) - spread(b))
    .flatMap((match) => {
      if (isSettled(alike) || match.words.some((word) => taken.has(word))) return [];
      for (const word of match.words) taken.add(word);
      const context = message.contextOf(
        match.words,
        isCondition(match.words, message) ? 'condition' : 'trouble',
      );
      const key = `${context.status} ${context.temporality} ${context.experiencer}`;
      const count = (alike.get(key) ?? 0) + 1;
      alike.set(key, count);
      return count > MOST_ALIKE ? [] : [findingOf(match, context, message)];
    });
}

/** "With cancer" says no more than the name; "30 paracetamol" says something that happened. */
function isCondition(place: readonly number[], { words, namesCondition }: Message): boolean {
  const rest = place.filter((at) => !namesCondition(at)).flatMap((at) => words[at] ?? []);
  return rest.length < place.length && rest.every((word) => isLight(word) || JOINS.test(word.text));
}

function findingOf(
  { payload, words: place }: PatternMatch<PhraseRole>,
  context: Context,
  { text, words }: Message,
): Finding {
  const start = words[place[0] ?? 0]?.start ?? 0;
  const end = words[place.at(-1) ?? 0]?.end ?? text.length;
  return { concept: payload.concept, ...context, text: text.slice(start, end), start, end };
}

function spread({ words }: PatternMatch<PhraseRole>): number {
  return (words.at(-1) ?? 0) - (words[0] ?? 0);
}
