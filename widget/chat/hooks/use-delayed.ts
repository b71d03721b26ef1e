import { useEffect, useState } from 'preact/hooks';

/** The value once it has stood for so long, before that `first`: what passes in a moment is not shown. */
export function useDelayed<T>(value: T, milliseconds: number, first = value): T {
  const [settled, setSettled] = useState(first);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
