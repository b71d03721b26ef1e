import type { RefObject } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Entry } from '../state/entry.js';

const nearEnd = 80;
const margin = 12;
/** Longer than browsers take for a smooth scroll. */
const gliding = 700;

/**
 * Keeps what is new in sight: the beginning of it, since an explanation is longer than the window. Whoever scrolled
 * up to read stays there, and is told that there is more; an emergency is brought into sight wherever one is.
 */
export function useScroll(
  log: RefObject<HTMLElement | null>,
  entries: readonly Entry[],
  live: unknown,
): { hasMore: boolean; toEnd: () => void; onScroll: () => void } {
  const [hasMore, setHasMore] = useState(false);
  const isAtEnd = useRef(true);
  const glidesUntil = useRef(0);
  const shown = useRef(new Set<string>());

  const go = useCallback((element: HTMLElement, wanted: number, smooth: boolean) => {
    const end = element.scrollHeight - element.clientHeight;
    const top = Math.min(end, wanted);
    const glides = smooth && !matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (glides) glidesUntil.current = performance.now() + gliding;
    isAtEnd.current = top >= end - nearEnd;
    element.scrollTo({ top, behavior: glides ? 'smooth' : 'auto' });
  }, []);

  useLayoutEffect(() => {
    const element = log.current;
    if (!element) return;
    const isFirst = shown.current.size === 0;
    const added = entries.filter(({ key }) => !shown.current.has(key));
    for (const { key } of added) shown.current.add(key);
    const isOwn = added.some(({ from }) => from === 'person');
    const alarm = isFirst ? undefined : added.find(isEmergency);
    if (!alarm && !isOwn && !isAtEnd.current) {
      if (added.length > 0) setHasMore(true);
      return;
    }
    const first = alarm ?? (isFirst ? beginningOfLast(entries) : isOwn ? undefined : added[0]);
    const begin = first && element.querySelector<HTMLElement>(`[data-key="${CSS.escape(first.key)}"]`);
    go(element, begin ? begin.offsetTop - margin : element.scrollHeight, !isFirst);
  }, [entries, live, log, go]);

  // The keyboard on the screen, a growing field or a banner make the log lower.
  useEffect(() => {
    const element = log.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      if (isAtEnd.current) go(element, element.scrollHeight, false);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [log, go]);

  const onScroll = useCallback(() => {
    const element = log.current;
    if (!element || performance.now() < glidesUntil.current) return;
    isAtEnd.current = element.scrollHeight - element.clientHeight - element.scrollTop < nearEnd;
    if (isAtEnd.current) setHasMore(false);
  }, [log]);

  const toEnd = useCallback(() => {
    if (log.current) go(log.current, log.current.scrollHeight, true);
    setHasMore(false);
  }, [log, go]);

  return { hasMore, toEnd, onScroll };
}

function isEmergency(entry: Entry): boolean {
  return entry.from === 'guide' && entry.view.kind === 'emergency';
}

/** On a reload: the first of the messages that came after the person's last words. */
function beginningOfLast(entries: readonly Entry[]): Entry | undefined {
  const lastOwn = entries.map(({ from }) => from).lastIndexOf('person');
  return entries[lastOwn + 1] ?? entries.at(-1);
}
