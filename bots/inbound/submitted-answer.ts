import { OFFER } from '../../dialogs/choices/offer.js';
import type { Utterance } from '../../dialogs/turn/utterance.js';
import { list, own, token } from './hostile.js';

type Answer = NonNullable<Utterance['answer']>;

const mostItems = 200;

/**
 * The answer in the `value` of a card's submit, or of our widget: `{question, choice}`, or
 * `{question, submit: true, items: "a,b"}` for a tick list, whose items may be an array, or left out where
 * nothing is ticked. That is an answer without values: the dialog asks again, none is never ticked by itself.
 */
export function readSubmittedAnswer(value: unknown): Answer | undefined {
  const question = token(value, 'question');
  const choice = token(value, 'choice');
  if (choice !== undefined) return { question: question ?? OFFER, values: [choice] };
  const items = own(value, 'items');
  const isTickList = typeof items === 'string' || Array.isArray(items) || own(value, 'submit') === true;
  return question !== undefined && isTickList ? { question, values: itemsOf(items) } : undefined;
}

/** The `data` of an Action.Execute, as the invoke `adaptiveCard/action` carries it. */
export function readInvokedAnswer(value: unknown): Answer | undefined {
  return readSubmittedAnswer(own(own(value, 'action'), 'data'));
}

function itemsOf(items: unknown): string[] {
  const parts =
    typeof items === 'string' ? items.slice(0, mostItems * 100).split(',') : list(items, mostItems);
  const names = parts
    .filter((item) => typeof item === 'string')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  return [...new Set(names)].slice(0, mostItems);
}
