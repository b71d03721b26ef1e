import type { Citation, ExplanationView, HelpfulQuestion } from '../../../dialogs/views/view.js';
import { evidencePhrase, phrase } from '../phrases.js';
import { marks } from '../plain-text/plain-text.js';
import { clip } from '../shown-text.js';
import { actionRow } from './actions.js';
import type { CardElement, CardParts, Detail } from './card.js';
import { choiceActions } from './choice-actions.js';
import { container, heading, line, paragraphs, type Run, smallPrint } from './elements.js';

const passagesId = 'passages';

/** What the guide says, each statement with the numbers of its passages; the passages open on request. */
export function explanationCard(view: ExplanationView, detail: Detail): CardParts {
  return {
    content: [
      heading(view.title, 'Large'),
      ...(view.aiGenerated ? [smallPrint(phrase('ai_generated'))] : []),
      ...view.sections.flatMap((section) => sectionElements(section, detail)),
      ...sourceElements(view.citations, detail),
    ],
    actions: [...choiceActions(view.choices), ...helpfulActions(view.helpful)],
  };
}

function helpfulActions(question: HelpfulQuestion | undefined): CardElement[] {
  return question ? [smallPrint(question.text), ...choiceActions(question.choices, question.id)] : [];
}

function sectionElements(section: ExplanationView['sections'][number], detail: Detail): CardElement[] {
  const runs = section.statements.flatMap(({ text, citations }, at): Run[] => [
    (at > 0 ? ' ' : '') + clip(text, detail.text),
    { text: marks(citations), isSubtle: true, size: 'Small' },
  ]);
  return [
    ...(section.heading ? [heading(section.heading)] : []),
    ...(runs.length > 0 ? [line(runs, { spacing: 'Small' })] : []),
    ...(section.evidence ? [smallPrint(evidencePhrase(section.evidence))] : []),
  ];
}

function sourceElements(citations: readonly Citation[], detail: Detail): CardElement[] {
  if (citations.length === 0) return [];
  const passages = detail.passage > 0 ? passageElements(citations, detail) : [];
  return [
    ...container([heading(phrase('sources'), 'Default'), ...citations.map(sourceLine)], {
      separator: true,
      spacing: 'Medium',
    }),
    ...passages,
  ];
}

function sourceLine(citation: Citation): CardElement {
  const evidence = citation.evidence ? ` – ${evidencePhrase(citation.evidence)}` : '';
  const origins = citation.sources.length > 0 ? `. ${citation.sources.join('; ')}` : '';
  return line(
    [
      { text: `[${citation.number}] `, size: 'Small', weight: 'Bolder' },
      { text: clip(`${citation.title}: ${citation.heading}`, 300), size: 'Small' },
      { text: clip(evidence + origins, 600), size: 'Small', isSubtle: true },
    ],
    { spacing: 'Small' },
  );
}

function passageElements(citations: readonly Citation[], detail: Detail): CardElement[] {
  const items = citations.flatMap(({ number, title, heading: section, text }) => [
    heading(`[${number}] ${title}: ${section}`, 'Default'),
    ...paragraphs(text, detail.passage),
  ]);
  return [
    ...actionRow([
      { type: 'Action.ToggleVisibility', title: phrase('show_passages'), targetElements: [passagesId] },
    ]),
    ...container(items, { id: passagesId, isVisible: false, style: 'emphasis' }),
  ];
}
