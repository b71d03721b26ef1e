import { useEffect, useRef, useState } from 'preact/hooks';
import type { Connection } from '../direct-line/connection.js';
import { useDelayed } from '../hooks/use-delayed.js';
import { strings } from '../strings.js';

const texts: Partial<Record<Connection, string>> = {
  reconnecting: strings.reconnecting,
  offline: strings.offline,
  unreachable: `${strings.unreachable} ${strings.inAnEmergency}`,
  refused: `${strings.refused} ${strings.inAnEmergency}`,
};

const blip = 1500;
const goodNews = 3000;

/** How the connection is, where it is not well, and that it is well again. */
export function Banner({ connection }: { connection: Connection }) {
  const settled = useDelayed(connection, connection === 'reconnecting' ? blip : 0);
  const [isBack, setIsBack] = useState(false);
  const wasBad = useRef(false);
  useEffect(() => {
    if (settled !== 'online') {
      if (texts[settled]) wasBad.current = true;
      setIsBack(false);
      return undefined;
    }
    if (!wasBad.current) return undefined;
    wasBad.current = false;
    setIsBack(true);
    const timer = setTimeout(() => setIsBack(false), goodNews);
    return () => clearTimeout(timer);
  }, [settled]);

  const text = texts[settled] ?? (isBack ? strings.backOnline : '');
  return (
    <div class={text ? `banner ${isBack ? 'good' : ''}` : ''} role="status">
      {text}
    </div>
  );
}
