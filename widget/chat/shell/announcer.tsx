import { useCallback, useState } from 'preact/hooks';
import type { Announce } from '../hooks/use-announcements.js';

interface Line {
  id: number;
  text: string;
  urgent: boolean;
}

/** Long enough to be read out; then it is taken away, so that nobody comes upon it while browsing. */
const stays = 8000;
let lastId = 0;

export function useAnnouncer(): { lines: readonly Line[]; announce: Announce } {
  const [lines, setLines] = useState<readonly Line[]>([]);
  const announce = useCallback<Announce>((text, urgent = false) => {
    if (text === '') return;
    lastId += 1;
    const line = { id: lastId, text, urgent };
    setLines((before) => [...before, line]);
    setTimeout(() => setLines((before) => before.filter(({ id }) => id !== line.id)), stays);
  }, []);
  return { lines, announce };
}

/** Two live regions that are there from the beginning, as one that comes with its words is often not read. */
export function Announcer({ lines }: { lines: readonly Line[] }) {
  const show = (isUrgent: boolean) =>
    lines.filter(({ urgent }) => urgent === isUrgent).map(({ id, text }) => <p key={id}>{text}</p>);
  return (
    <div class="visually-hidden announcer">
      <div aria-live="polite" aria-relevant="additions">
        {show(false)}
      </div>
      <div aria-live="assertive" aria-relevant="additions">
        {show(true)}
      </div>
    </div>
  );
}
