import { useEffect, useRef } from 'preact/hooks';
import type { Entry } from '../state/entry.js';
import { spoken } from '../text/spoken.js';

/**
 * Reads out each new message once. The transcript itself is no live region: what changes in it (a button that was
 * pressed, "Sending") would be read out too, and all of the history on a reload.
 */
export function useAnnouncements(entries: readonly Entry[], announce: Announce): void {
  const done = useRef(new Set<string>());
  useEffect(() => {
    for (const entry of entries) {
      if (entry.from !== 'guide' || done.current.has(entry.key)) continue;
      done.current.add(entry.key);
      if (entry.isNew) announce(spoken(entry.view), entry.view.kind === 'emergency');
    }
  }, [entries, announce]);
}

/** @param urgent interrupts what is being read */
export type Announce = (text: string, urgent?: boolean) => void;
