import type { ChecklistView, MessageView, QuestionView } from '../../../dialogs/views/view.js';
import { phrase } from '../phrases.js';
import { clip } from '../shown-text.js';
import { actionRow, submit } from './actions.js';
import type { CardParts, Detail } from './card.js';
import { choiceActions, longestListed } from './choice-actions.js';
import { container, heading, paragraphs, smallPrint } from './elements.js';
import { escapeMarkdown } from './markdown.js';

export function messageCard(view: MessageView, detail: Detail): CardParts {
  const text = paragraphs(view.text, detail.text);
  const warning = [heading(phrase('important'), 'Default'), ...text];
  return {
    content: view.tone === 'warning' ? container(warning, { style: 'warning', bleed: true }) : text,
    actions: choiceActions(view.choices),
  };
}

export function questionCard(view: QuestionView, detail: Detail): CardParts {
  return {
    content: [
      ...(view.progress ? [smallPrint(phrase('progress', view.progress))] : []),
      ...paragraphs(view.text, detail.text),
      ...(view.why ? [smallPrint(clip(view.why, detail.text))] : []),
    ],
    actions: choiceActions(view.choices, view.id),
  };
}

/** "None of these" is a button of its own, so that it is never sent together with ticks. */
export function checklistCard(view: ChecklistView, detail: Detail): CardParts {
  const ticks = {
    type: 'Input.ChoiceSet',
    id: 'items',
    label: phrase('tick_all'),
    style: 'expanded',
    isMultiSelect: true,
    wrap: true,
    isRequired: true,
    errorMessage: phrase('tick_at_least_one', { none: view.none.label }),
    choices: view.items.map(({ label, value }) => ({
      title: escapeMarkdown(clip(label, longestListed(view.items.length))),
      value,
    })),
  };
  return {
    content: [
      ...paragraphs(view.text, detail.text),
      ...(view.why ? [smallPrint(clip(view.why, detail.text))] : []),
    ],
    actions: [
      ticks,
      ...actionRow([
        submit(phrase('send_ticks'), { question: view.id, submit: true }, { style: 'positive' }),
        submit(view.none.label, { question: view.id, choice: view.none.value }, { associatedInputs: 'none' }),
      ]),
    ],
  };
}
