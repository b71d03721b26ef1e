import { useEffect } from 'preact/hooks';
import { useDelayed } from '../hooks/use-delayed.js';
import type { OwnEntry } from '../state/entry.js';
import { strings } from '../strings.js';
import { useActions } from './actions.js';

/** Nobody needs to be told what takes a moment. */
const quick = 1200;

interface Props {
  entry: OwnEntry;
  isOnline: boolean;
  /** The guide is answering, so that it has what was sent. */
  isAnswered: boolean;
}

export function OwnMessage({ entry, isOnline, isAnswered }: Props) {
  const { retry, discard, announce } = useActions();
  const isSending = entry.status === 'sending' && !isAnswered;
  const isSlow = useDelayed(isSending, quick, false) && isSending;
  const hasFailed = entry.status === 'failed';
  useEffect(() => {
    if (hasFailed) announce(strings.sendFailed);
  }, [hasFailed, announce]);
  const isKept = entry.text !== undefined;

  return (
    <>
      <div class={`bubble ${isKept ? '' : 'withheld'}`} dir="auto">
        {isKept ? entry.text : strings.notKept}
      </div>
      {isSlow && <p class="fate">{isOnline ? `${strings.sending} …` : strings.sendingLater}</p>}
      {hasFailed && (
        <p class="fate failed">
          {strings.sendFailed}
          <button type="button" class="plain" onClick={() => retry(entry.key)}>
            {strings.tryAgain}
          </button>
          <button type="button" class="plain" onClick={() => discard(entry.key)}>
            {strings.discard}
          </button>
        </p>
      )}
    </>
  );
}
