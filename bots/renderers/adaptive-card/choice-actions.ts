import { OFFER } from '../../../dialogs/choices/offer.js';
import type { Choice } from '../../../dialogs/views/view.js';
import { buttonLabels } from '../choice-labels.js';
import { phrase } from '../phrases.js';
import { clip } from '../shown-text.js';
import { actionRow, actionRows, submit } from './actions.js';
import type { CardElement } from './card.js';
import { escapeMarkdown } from './markdown.js';

/** More than these are a list to pick from, since nobody reads a wall of buttons. */
const mostButtons = 12;
const mostListed = 200;
/** A telephone shows no more of a button; a list wraps. */
const longestButton = 48;

/** Letters that each of so many listed labels may have, so that all of them fit the card, in any script. */
export function longestListed(count: number): number {
  return Math.max(40, Math.min(300, Math.floor(12_000 / count)));
}

/** Buttons; a drop-down list where there are many, an open one where labels are long. All send `{question, choice}`. */
export function choiceActions(choices: readonly Choice[] | undefined, question = OFFER): CardElement[] {
  if (!choices || choices.length === 0) return [];
  const labels = buttonLabels(choices);
  const isLong = labels.some((label) => label.length > longestButton);
  if (choices.length > mostButtons || isLong) return pickList(choices, labels, question);
  return actionRows(
    choices.map(({ value, label }, at) => submit(labels[at] ?? label, { question, choice: value })),
  );
}

function pickList(choices: readonly Choice[], labels: readonly string[], question: string): CardElement[] {
  const style = choices.length > mostButtons ? 'compact' : 'expanded';
  // The titles of an open list are Markdown, those of a drop-down list are not.
  const shown = style === 'expanded' ? escapeMarkdown : (title: string) => title;
  return [
    {
      type: 'Input.ChoiceSet',
      id: 'choice',
      label: phrase('choose_one'),
      style,
      wrap: true,
      isRequired: true,
      errorMessage: phrase('choose_one'),
      placeholder: phrase('choose_one'),
      choices: choices.slice(0, mostListed).map(({ value, label }, at) => ({
        title: shown(clip(labels[at] ?? label, longestListed(choices.length))),
        value,
      })),
    },
    ...actionRow([submit(phrase('send_choice'), { question }, { style: 'positive' })]),
  ];
}
