import { useMemo, useRef } from 'preact/hooks';
import { useDelayed } from '../hooks/use-delayed.js';
import { useScroll } from '../hooks/use-scroll.js';
import type { ChatState } from '../state/chat-state.js';
import type { Entry } from '../state/entry.js';
import { standings } from '../state/standing.js';
import { strings } from '../strings.js';
import { ViewOf } from '../views/view-of.js';
import { Icon } from './icon.js';
import { OwnMessage } from './own-message.js';
import { Unfinished } from './unfinished.js';
import { Writing } from './writing.js';

/** After so long without an answer nothing says any more that one is being written. */
const longestWait = 20_000;

interface Props {
  state: ChatState;
  entries: readonly Entry[];
  greeting: string | undefined;
}

export function Log({ state, entries, greeting }: Props) {
  const log = useRef<HTMLDivElement>(null);
  const { hasMore, toEnd, onScroll } = useScroll(log, entries, state.live);
  const found = useMemo(() => standings(entries), [entries]);
  const isOnline = state.connection === 'online';
  const isStarting = entries.length === 0 && state.connection === 'connecting';
  const last = entries.at(-1);
  const isNewest = useDelayed(last?.key, longestWait) !== last?.key;
  const isWaiting = isNewest && isOnline && last?.from === 'person' && last.status !== 'failed';

  return (
    <div class="scene">
      <div
        class="log"
        role="log"
        aria-live="off"
        aria-label={strings.conversation}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
        tabIndex={0}
        ref={log}
        onScroll={onScroll}
      >
        {greeting && (
          <p class="greeting" dir="auto">
            {greeting}
          </p>
        )}
        {state.transcript.isAfterLost && <p class="note">{strings.conversationEnded}</p>}
        {entries.map((entry) => (
          <div class={`entry ${entry.from}`} key={entry.key} data-key={entry.key}>
            <span class="visually-hidden">
              {entry.from === 'guide' ? strings.guideSaid : strings.youSaid}{' '}
            </span>
            {entry.from === 'guide' ? (
              <ViewOf entry={entry} standing={found.get(entry.key)} verdicts={state.transcript.verdicts} />
            ) : (
              <OwnMessage entry={entry} isOnline={isOnline} isAnswered={state.live.stream !== undefined} />
            )}
          </div>
        ))}
        {state.live.stream && <Unfinished view={state.live.stream.view} />}
        {(isStarting || isWaiting || state.live.isTyping) && !state.live.stream && <Writing />}
      </div>
      {hasMore && (
        <button type="button" class="jump" onClick={toEnd}>
          <Icon name="down" />
          {strings.newMessages}
        </button>
      )}
    </div>
  );
}
