import { OFFER } from '../../../dialogs/choices/offer.js';
import type { ChecklistView, Choice } from '../../../dialogs/views/view.js';
import { buttonLabels } from '../choice-labels.js';
import { phrase } from '../phrases.js';
import { oneLine } from '../shown-text.js';
import { answerBlockId, submitActionId, ticksActionId } from './block-ids.js';
import { type Block, chunks, plain } from './blocks.js';
import { limits } from './limits.js';

/** Buttons, or lists to pick from where there are more than one block holds. */
export function choiceBlocks(choices: readonly Choice[] | undefined, question = OFFER): Block[] {
  if (!choices || choices.length === 0) return [];
  const labels = buttonLabels(choices);
  const labelled = choices.map(({ value, label }, at) => ({ value, label: labels[at] ?? label }));
  if (choices.length > limits.elements) return pickLists(labelled, question);
  return [
    actions(
      question,
      0,
      labelled.map(({ label, value }, at) => button(label, value, `choice:${at}`)),
    ),
  ];
}

/** Boxes that are sent with the button, not at each tick; "None of these" is a button of its own. */
export function checklistBlocks({ id, items, none }: ChecklistView): Block[] {
  const boxes = chunks(items, limits.checkboxes).map(
    (group, at): Block => ({
      type: 'input',
      block_id: answerBlockId(id, at + 1),
      optional: true,
      label: plain(phrase(at === 0 ? 'tick_all' : 'tick_more'), limits.label),
      element: { type: 'checkboxes', action_id: ticksActionId, options: group.map(option) },
    }),
  );
  const send = { ...button(phrase('send_ticks'), submitActionId, submitActionId), style: 'primary' };
  return [...boxes, actions(id, 0, [send, button(none.label, none.value, 'none')])];
}

function pickLists(choices: readonly Choice[], question: string): Block[] {
  return chunks(choices, limits.options).map((group, at) =>
    actions(question, at, [
      {
        type: 'static_select',
        action_id: `pick:${at}`,
        placeholder: plain(phrase('choose_one'), limits.button),
        options: group.map(option),
      },
    ]),
  );
}

function actions(question: string, number: number, elements: object[]): Block {
  return { type: 'actions', block_id: answerBlockId(question, number), elements };
}

function button(label: string, value: string, actionId: string) {
  return {
    type: 'button',
    action_id: actionId,
    text: plain(oneLine(label), limits.button),
    value: value.slice(0, limits.value),
  };
}

function option({ label, value }: Choice) {
  return { text: plain(oneLine(label), limits.option), value: value.slice(0, limits.optionValue) };
}
