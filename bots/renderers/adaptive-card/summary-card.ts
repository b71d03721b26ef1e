import type { SummaryView } from '../../../dialogs/views/view.js';
import type { CardParts, Detail } from './card.js';
import { choiceActions } from './choice-actions.js';
import { bullets, heading } from './elements.js';

/** Plain and in one piece, to be printed or copied. */
export function summaryCard(view: SummaryView, detail: Detail): CardParts {
  return {
    content: [
      heading(view.title, 'Large'),
      ...view.sections.flatMap(({ heading: title, lines }) => [
        heading(title),
        ...bullets(lines, detail.text),
      ]),
    ],
    actions: choiceActions(view.choices),
  };
}
