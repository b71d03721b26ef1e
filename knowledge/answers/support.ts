import type { Passage } from '../guide/passage.js';
import { splitSentences } from './split-sentences.js';
import { type Statement, statementOf, statementsIn } from './statement.js';
import type { SupportRules } from './support-rules.js';

/** The guide is about it, whether a heading says so or not. */
const SUBJECT = 'massag';
/** Share of a statement's words of meaning that one sentence of the guide must hold, its heading beside it. */
const LEAST_SUPPORT = 0.75;
/** Share that the sentence itself must hold, as a heading only asks; less where it answers the heading ("It is rare"). */
const LEAST_OF_SENTENCE = { usually: 0.6, answering: 0.3 };

/** A sentence of the guide under its title and heading. */
interface Source {
  heading: Statement;
  context: ReadonlySet<string>;
  sentence: Statement;
  parts: readonly Statement[];
}

/**
 * What keeps a sentence from resting on its passages, if anything. Each statement of it must be held by a sentence of a
 * passage, or by two that follow each other, with the same words denied, the same words that turn a meaning round, and no less doubt.
 */
export function supportFault(
  text: string,
  passages: readonly Passage[],
  rules: SupportRules,
): string | undefined {
  const sources = passages.flatMap((passage) => sourcesOf(passage, rules));
  const statements = statementsIn(text, rules);
  if (statements.length === 0) return 'unsupported';
  for (const statement of statements) {
    const holding = sources.filter((source) => holds(source, statement));
    if (holding.length === 0) return 'unsupported';
    const faults = holding.map((source) => differenceOf(statement, source));
    if (!faults.includes(undefined)) return faults[0];
  }
  return undefined;
}

function sourcesOf({ pageTitle, heading, text }: Passage, rules: SupportRules): Source[] {
  const asked = statementOf(heading, rules);
  const context = new Set([SUBJECT, ...statementOf(pageTitle, rules).terms, ...asked.terms]);
  const sentences = splitSentences(text);
  const pairs = sentences.slice(1).map((sentence, at) => `${sentences[at]} ${sentence}`);
  return [...sentences, ...pairs].map((sentence) => ({
    heading: asked,
    context,
    sentence: statementOf(sentence, rules),
    parts: statementsIn(sentence, rules),
  }));
}

function holds({ context, sentence }: Source, { terms, order, isOfMassage }: Statement): boolean {
  if (isOfMassage && order.includes(SUBJECT) && !sentence.isOfMassage && !sentence.answers) return false;
  const own = terms.filter((term) => sentence.terms.includes(term)).length;
  const either = terms.filter((term) => sentence.terms.includes(term) || context.has(term)).length;
  const least = sentence.answers ? LEAST_OF_SENTENCE.answering : LEAST_OF_SENTENCE.usually;
  return either >= terms.length * LEAST_SUPPORT && own >= terms.length * least;
}

/** What a statement says otherwise than the sentence of the guide that holds its words. */
function differenceOf(statement: Statement, { heading, sentence, parts }: Source): string | undefined {
  const shared = statement.terms.filter((term) => sentence.terms.includes(term));
  if (!deniesAlike(statement, parts)) return 'negation';
  const isTold = (group: string) =>
    sentence.telling.has(group) || (statement.hedged && sentence.answers && heading.telling.has(group));
  if (![...statement.telling].every(isTold)) return 'turned-round';
  if (!comparesAlike(statement, sentence)) return 'turned-round';
  const softened = restsOnDoubt(shared, parts);
  return softened && statement.denied.size === 0 && !statement.hedged ? 'overstated' : undefined;
}

/** Whether the part of the guide's sentence that shares most words with a statement denies what it denies, no more and no less. */
function deniesAlike({ terms, denied }: Statement, parts: readonly Statement[]): boolean {
  const shared = parts.map((part) => ({ part, terms: terms.filter((term) => part.terms.includes(term)) }));
  const most = Math.max(...shared.map((each) => each.terms.length));
  return shared.some(
    (each) =>
      each.terms.length === most &&
      each.terms.every((term) => each.part.denied.has(term) === denied.has(term)),
  );
}

/** Whether some of these terms stand in a softened part only: "massage may help them relax". */
function restsOnDoubt(terms: readonly string[], parts: readonly Statement[]): boolean {
  const firm = parts.filter((part) => !part.softened);
  return terms.some((term) => !firm.some((part) => part.terms.includes(term)));
}

/** Whether a comparison has the same words on the same side of its "than" as the guide: who does better than whom. */
function comparesAlike(statement: Statement, sentence: Statement): boolean {
  const { order, than } = statement;
  if (than === undefined || sentence.than === undefined) return than === undefined;
  const sides = {
    before: sentence.order.slice(0, sentence.than),
    behind: sentence.order.slice(sentence.than),
  };
  return order.every((word, at) => {
    if (!sentence.order.includes(word)) return true;
    return (at < than ? sides.before : sides.behind).includes(word);
  });
}
