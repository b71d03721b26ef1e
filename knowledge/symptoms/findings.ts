import type { Context } from './context/context.js';
import { findPatterns, type PatternMatch } from './lexicon/find-patterns.js';
import type { Lexicon, PhraseRole } from './lexicon/lexicon.js';
import type { Finding } from './report.js';
import type { Message } from './slots/message.js';
import { triggersIn } from './slots/triggers.js';
import { isLight } from './text/clauses.js';
import { referentsIn } from './text/referents.js';

/** Of one concept with one context so many are kept; a message that repeats itself says no more by it. */
const MOST_ALIKE = 5;
/** Words that lead to the name of a condition and add nothing to it: "after a stroke". */
const JOINS = /^(?:with|after|before|during|when|while|from|for|can|should)$/;
const CLEAR = 'present current patient';

/** The findings of a message, in order of place: what each matched phrase of the lexicon says, in its context. */
export function findingsIn(message: Message, lexicon: Lexicon): Finding[] {
  const byConcept = new Map<string, PatternMatch<PhraseRole>[]>();
  for (const match of findPatterns(lexicon.patterns, message.words, referentsIn(message.words))) {
    const list = byConcept.get(match.payload.concept);
    if (list) list.push(match);
    else byConcept.set(match.payload.concept, [match]);
  }
  return [...byConcept.values()]
    .flatMap((matches) => findingsOfConcept(outsideTriggers(matches, message, lexicon), message))
    .sort((a, b) => a.start - b.start || a.end - b.end);
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

function findingsOfConcept(matches: readonly PatternMatch<PhraseRole>[], message: Message): Finding[] {
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
  const alike = new Map<string, number>();
  return matches
    .filter(
      (match) =>
        match.payload.role === 'match' &&
        !match.words.some((word) => against.has(word)) &&
        !idioms.has(words[match.words[0] ?? 0]?.sentence),
    )
    .sort((a, b) => b.words.length - a.words.length || spread(a) - spread(b))
    .flatMap((match) => {
      // Once it is clearly there, another mention changes nothing.
      if ((alike.get(CLEAR) ?? 0) >= MOST_ALIKE || match.words.some((word) => taken.has(word))) return [];
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
