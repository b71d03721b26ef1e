import type { ChecklistView, Choice, HelpfulQuestion, View } from '../../../dialogs/views/view.js';
import { choiceLines } from '../choice-labels.js';
import { phrase } from '../phrases.js';
import { type Block, context, header, sections } from './blocks.js';
import { checklistBlocks, choiceBlocks } from './choice-blocks.js';
import { limits } from './limits.js';
import { emergencyBlocks, explanationBlocks, summaryBlocks, therapistsBlocks } from './long-view-blocks.js';

/** Blocks to read, least important last, and blocks to answer with, which are never left out. */
export interface ViewBlocks {
  content: Block[];
  answers: Block[];
}

export function viewBlocks(view: View): ViewBlocks {
  switch (view.kind) {
    case 'message': {
      const text = view.tone === 'warning' ? phrase('important_message', { text: view.text }) : view.text;
      return {
        content: [...sections(text), ...cutLabels(view.choices)],
        answers: choiceBlocks(view.choices),
      };
    }
    case 'question':
      return {
        content: [
          ...context(view.progress ? phrase('progress', view.progress) : undefined),
          ...sections(view.text),
          ...context(view.why),
          ...cutLabels(view.choices),
        ],
        answers: choiceBlocks(view.choices, view.id),
      };
    case 'checklist':
      return {
        content: [...sections(view.text), ...context(view.why), ...cutLabels(itemsOf(view))],
        answers: checklistBlocks(view),
      };
    case 'explanation':
      return {
        content: explanationBlocks(view),
        answers: [...choiceBlocks(view.choices), ...helpfulBlocks(view.helpful)],
      };
    case 'emergency':
      return { content: emergencyBlocks(view), answers: choiceBlocks(view.choices) };
    case 'therapists':
      return { content: therapistsBlocks(view), answers: choiceBlocks(view.choices) };
    case 'summary':
      return {
        content: [...header(view.title), ...summaryBlocks(view)],
        answers: choiceBlocks(view.choices),
      };
  }
}

function helpfulBlocks(question: HelpfulQuestion | undefined): Block[] {
  return question ? [...context(question.text), ...choiceBlocks(question.choices, question.id)] : [];
}

function itemsOf(view: ChecklistView): Choice[] {
  return [...view.items, view.none];
}

/** Where a label is too long for its button, all are written out above. */
function cutLabels(choices: readonly Choice[] | undefined): Block[] {
  const isCut = choices?.some(({ label }) => label.length > limits.option);
  return choices && isCut ? sections(choiceLines(choices).join('\n')) : [];
}
