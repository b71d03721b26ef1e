import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Citation, SummaryView } from '../../../dialogs/views/view.js';
import type { WidgetOptions } from '../../shared/options.js';
import { useAnnouncements } from '../hooks/use-announcements.js';
import { useHostPage } from '../hooks/use-host-page.js';
import { useSession } from '../hooks/use-session.js';
import type { Session } from '../session.js';
import { entriesOf } from '../state/transcript.js';
import { CitationDialog } from '../views/citation-dialog.js';
import { type Actions, ActionsContext } from './actions.js';
import { Announcer, useAnnouncer } from './announcer.js';
import { Banner } from './banner.js';
import { Composer } from './composer.js';
import { Header } from './header.js';
import { Log } from './log.js';
import { PrintSheet } from './print-sheet.js';

export function App({ session, options }: { session: Session; options: WidgetOptions }) {
  const state = useSession(session);
  const entries = useMemo(() => entriesOf(state.transcript), [state.transcript]);
  const [citation, setCitation] = useState<Citation>();
  const [printed, setPrinted] = useState<SummaryView>();
  const { lines, announce } = useAnnouncer();
  const input = useRef<HTMLTextAreaElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  const takeFocus = useCallback(() => {
    // On a touch screen the field would bring up the keyboard, over what there is to read.
    const target = matchMedia('(pointer: coarse)').matches ? heading.current : input.current;
    target?.focus({ preventScroll: true });
  }, []);
  const { close } = useHostPage(options.host, entries, takeFocus);
  useAnnouncements(entries, announce);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('dialog[open]'))
        close?.();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [close]);

  const afterPrinting = useCallback(() => setPrinted(undefined), []);
  const actions = useMemo<Actions>(
    () => ({
      say: (text, value) => session.say(text, value),
      retry: (id) => session.retry(id),
      discard: (id) => session.discard(id),
      judge: (question, choice) => session.judge(question, choice),
      openCitation: setCitation,
      print: setPrinted,
      announce,
    }),
    [session, announce],
  );

  return (
    <ActionsContext.Provider value={actions}>
      <div class="app">
        <Header options={options} heading={heading} close={close} />
        <Banner connection={state.connection} />
        <main>
          <Log state={state} entries={entries} greeting={options.greeting} />
          <Composer input={input} isDisabled={state.connection === 'refused'} />
        </main>
        <Announcer lines={lines} />
        {citation && <CitationDialog citation={citation} onClose={() => setCitation(undefined)} />}
      </div>
      {printed && <PrintSheet summary={printed} onDone={afterPrinting} />}
    </ActionsContext.Provider>
  );
}
