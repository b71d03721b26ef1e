import type { SummaryView } from '../../../dialogs/views/view.js';

/** A summary as plain text, for the clipboard. */
export function summaryText({ title, sections }: SummaryView): string {
  const parts = sections.map(({ heading, lines }) =>
    [heading, ...lines.filter((line) => line !== '').map((line) => `- ${line}`)].join('\n'),
  );
  return [title, ...parts].join('\n\n');
}
