import { useCallback, useEffect, useRef } from 'preact/hooks';
import { type HostPage, hostPage } from '../host-page.js';
import type { Entry } from '../state/entry.js';

/** Talks with the page around: opened and closed, and how much is unread meanwhile. */
export function useHostPage(
  origin: string | undefined,
  entries: readonly Entry[],
  onFocus: () => void,
): { close: (() => void) | undefined } {
  const page = useRef<HostPage | undefined>(undefined);
  const isShown = useRef(false);
  const seen = useRef(new Set<string>());
  const latest = useRef(entries);
  latest.current = entries;

  const count = useCallback(() => {
    const unseen = latest.current.filter(
      (entry) => entry.from === 'guide' && entry.isNew && !seen.current.has(entry.key),
    );
    if (isShown.current) for (const { key } of unseen) seen.current.add(key);
    page.current?.tell({ type: 'unread', count: isShown.current ? 0 : unseen.length });
  }, []);

  useEffect(() => {
    page.current = hostPage(origin, {
      onShown(focus) {
        isShown.current = true;
        count();
        if (focus) onFocus();
      },
      onHidden() {
        isShown.current = false;
      },
    });
    page.current?.tell({ type: 'ready' });
  }, [origin, onFocus, count]);
  useEffect(count, [entries, count]);

  const isFramed = window.parent !== window && origin !== undefined;
  const close = useCallback(() => page.current?.tell({ type: 'close' }), []);
  return { close: isFramed ? close : undefined };
}
