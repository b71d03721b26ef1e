import type { Connection } from '../direct-line/connection.js';
import { type Live, type LiveEvent, quiet, reduceLive } from './live.js';
import { emptyTranscript, reduceTranscript, type Transcript, type TranscriptEvent } from './transcript.js';

export interface ChatState {
  connection: Connection;
  transcript: Transcript;
  live: Live;
}

export type ChatEvent = TranscriptEvent | LiveEvent;

export const initialState: ChatState = { connection: 'connecting', transcript: emptyTranscript, live: quiet };

export function reduceChat(state: ChatState, event: ChatEvent): ChatState {
  if (event.type === 'typing-over') return { ...state, live: quiet };
  const transcript = reduceTranscript(state.transcript, event);
  const connection = event.type === 'connection' ? event.connection : state.connection;
  const isAbout = event.type === 'received' || event.type === 'started' || event.type === 'connection';
  const live = isAbout ? reduceLive(state.live, event, transcript.userId) : state.live;
  const isSame = transcript === state.transcript && connection === state.connection && live === state.live;
  return isSame ? state : { connection, transcript, live };
}
