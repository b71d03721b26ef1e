import { useEffect, useState } from 'preact/hooks';
import type { Session } from '../session.js';
import type { ChatState } from '../state/chat-state.js';

/** The session's state, drawn anew with each change. */
export function useSession(session: Session): ChatState {
  const [state, setState] = useState(session.state);
  useEffect(() => {
    setState(session.state);
    return session.subscribe(() => setState(session.state));
  }, [session]);
  return state;
}
