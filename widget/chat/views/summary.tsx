import { useState } from 'preact/hooks';
import type { SummaryView } from '../../../dialogs/views/view.js';
import { useActions } from '../shell/actions.js';
import { Icon } from '../shell/icon.js';
import { strings } from '../strings.js';
import { copyText } from '../text/copy-text.js';
import { summaryText } from '../text/summary-text.js';
import { Offers } from './offers.js';

export function Summary({ view }: { view: SummaryView }) {
  const { print, announce } = useActions();
  const [outcome, setOutcome] = useState('');
  const copy = async () => {
    const isCopied = await copyText(summaryText(view));
    const said = isCopied ? strings.copied : strings.copyFailed;
    setOutcome(said);
    announce(said);
  };

  return (
    <>
      <div class="bubble card summary">
        <h2 dir="auto">{view.title}</h2>
        {view.sections.map(({ heading, lines }) => (
          <section>
            <h3 dir="auto">{heading}</h3>
            <ul>
              {lines
                .filter((line) => line !== '')
                .map((line) => (
                  <li dir="auto">{line}</li>
                ))}
            </ul>
          </section>
        ))}
        <p class="links">
          <button type="button" class="choice" onClick={() => print(view)}>
            <Icon name="print" />
            {strings.print}
          </button>
          <button type="button" class="choice" onClick={copy}>
            <Icon name="copy" />
            {strings.copy}
          </button>
          {outcome && <span class="hint">{outcome}</span>}
        </p>
      </div>
      <Offers choices={view.choices} />
    </>
  );
}
