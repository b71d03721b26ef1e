import type { Citation, ExplanationView, Statement } from '../../../dialogs/views/view.js';
import { useActions } from '../shell/actions.js';
import { fill, strings } from '../strings.js';
import { Evidence } from './evidence.js';
import { Helpful } from './helpful.js';
import { Offers } from './offers.js';

export function Explanation({ view, verdict }: { view: ExplanationView; verdict: string | undefined }) {
  const { openCitation } = useActions();
  return (
    <>
      <div class="bubble card explanation">
        {view.title && <h2 dir="auto">{view.title}</h2>}
        {view.sections.map(({ heading, statements, evidence }) => (
          <section>
            {heading && <h3 dir="auto">{heading}</h3>}
            <p dir="auto">
              {statements.map((statement) => (
                <Cited statement={statement} citations={view.citations} />
              ))}
            </p>
            <Evidence level={evidence} />
          </section>
        ))}
        {view.citations.length > 0 && (
          <details class="sources">
            <summary>{strings.sources}</summary>
            <ol>
              {view.citations.map((citation) => (
                <li value={citation.number}>
                  <button type="button" class="plain" dir="auto" onClick={() => openCitation(citation)}>
                    {citation.title}: {citation.heading}
                  </button>
                </li>
              ))}
            </ol>
          </details>
        )}
        {view.aiGenerated && <p class="hint">{strings.aiGenerated}</p>}
      </div>
      {view.helpful && <Helpful question={view.helpful} verdict={verdict} />}
      <Offers choices={view.choices} />
    </>
  );
}

const longestWord = 20;

/** A statement, and the numbers of the passages it rests on, each of which opens its passage. */
function Cited({ statement, citations }: { statement: Statement; citations: readonly Citation[] }) {
  const { openCitation } = useActions();
  const found = statement.citations.flatMap(
    (number) => citations.find((citation) => citation.number === number) ?? [],
  );
  const { text } = statement;
  // The last word stays with its numbers, unless it is too long to fit a line.
  const lastWord = text.lastIndexOf(' ') + 1;
  const start = text.length - lastWord > longestWord ? text.length : lastWord;
  return (
    <>
      {text.slice(0, start)}
      <span class="kept-together">
        {text.slice(start)}
        {found.map((citation) => (
          <sup>
            <button
              type="button"
              class="citation"
              aria-haspopup="dialog"
              aria-label={citationName(citation)}
              onClick={() => openCitation(citation)}
            >
              {citation.number}
            </button>
          </sup>
        ))}
      </span>{' '}
    </>
  );
}

function citationName({ number, title, heading }: Citation): string {
  return fill(strings.citation, { number, title, heading });
}
