import { useEffect } from 'preact/hooks';
import type { SummaryView } from '../../../dialogs/views/view.js';

/** The summary alone, on paper. It is there only while it is printed. */
export function PrintSheet({ summary, onDone }: { summary: SummaryView; onDone: () => void }) {
  useEffect(() => {
    addEventListener('afterprint', onDone);
    window.print();
    return () => removeEventListener('afterprint', onDone);
  }, [onDone]);
  return (
    <div class="print-sheet" aria-hidden="true">
      <h1 dir="auto">{summary.title}</h1>
      {summary.sections.map(({ heading, lines }) => (
        <section key={heading}>
          <h2 dir="auto">{heading}</h2>
          <ul>
            {lines.map((line) => (
              <li key={line} dir="auto">
                {line}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
