import { type BodyLimits, bodyLimits } from '../../http/body-reader.js';
import type { Rate } from './rate-limit.js';

export interface DirectLineLimits {
  body: BodyLimits;
  /** Conversations that one address may open or resume in the widget. */
  widget: Rate;
  /** Tokens and conversations that one address may ask for with the secret: a server that asks for its users. */
  secret: Rate;
  /** Messages and events in one conversation. */
  messages: Rate;
  stream: StreamLimits;
}

export interface StreamLimits {
  /** WebSockets at once; each costs a file handle. */
  mostSockets: number;
  /** What waits for a reader who does not read; one with more is cut, and comes back by its watermark. */
  mostBufferedBytes: number;
  /** About how large a frame may become while someone catches up. */
  frameBytes: number;
  /** Of a frame from a client, which has nothing to send but empty ones. */
  mostPayloadBytes: number;
  /** How often each client is asked for a sign of life; one that owes it till the next time is gone. */
  pingEveryMs: number;
  /** How long a stop waits for clients to say goodbye. */
  goodbyeMs: number;
}

export const directLineLimits: DirectLineLimits = {
  body: bodyLimits,
  widget: { burst: 60, perHour: 1200 },
  secret: { burst: 3000, perHour: 36_000 },
  messages: { burst: 60, perHour: 1200 },
  stream: {
    mostSockets: 10_000,
    mostBufferedBytes: 1024 * 1024,
    frameBytes: 64 * 1024,
    mostPayloadBytes: 1024,
    pingEveryMs: 30_000,
    goodbyeMs: 1_000,
  },
};
