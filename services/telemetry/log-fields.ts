import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import { shownCode, shownError } from './shown-error.js';

/** What a log line may carry. Anything else is dropped before it is written. */
export interface LogFields {
  /** Of a CodedError: "STORE_UNAVAILABLE". */
  code?: string;
  /** Method and path template, never the path that was asked for: "POST /api/messages". */
  route?: string;
  status?: number;
  durationMs?: number;
  channel?: string;
  count?: number;
  attempts?: number;
  port?: number;
  host?: string;
  reason?: LogReason;
  version?: string;
  /** A conversation's id; written as a short hash. */
  conversation?: string;
  /** Anything thrown; written as code, class and places in the code, without its message. */
  error?: unknown;
}

/** Why something was refused or ended; a closed list. */
const logReasons = [
  'signal',
  'timeout',
  'too-large',
  'malformed',
  'unauthorised',
  'conversation-not-allowed',
  'host-not-allowed',
  'channel-not-allowed',
  'refused-by-channel',
  'unreachable',
  'store-down',
  'model-down',
  'deadline',
  'breaker-open',
  'retention',
  'erased',
  'expired',
  'invalid-file',
  'duplicate',
  'conflict',
] as const;
type LogReason = (typeof logReasons)[number];

/** The Bot Framework's channels, our own, and the simulators on a developer's machine. */
const channels = new Set(
  'agents alexa console directline directlinespeech email emulator facebook groupme kik line m365 msteams outlook skype slack sms telegram telephony test twilio-sms webchat widget'.split(
    ' ',
  ),
);

type Admit = (value: unknown) => string | number | object | undefined;

const shaped =
  (pattern: RegExp): Admit =>
  (value) =>
    typeof value === 'string' && pattern.test(value) ? value : undefined;
const number: Admit = (value) =>
  typeof value === 'number' && Number.isFinite(value) ? Math.round(value * 10) / 10 : undefined;
const whole: Admit = (value) => (Number.isSafeInteger(value) ? Number(value) : undefined);

const admit: Record<keyof LogFields, Admit> = {
  code: shownCode,
  route: shaped(/^[A-Z]{3,7} \/[a-z0-9/:{}_.-]{0,80}$/),
  status: whole,
  durationMs: number,
  channel: (value) => (channels.has(String(value)) ? String(value) : 'other'),
  count: whole,
  attempts: whole,
  port: whole,
  host: (value) => (value === 'localhost' || isIP(String(value)) !== 0 ? String(value) : 'named'),
  reason: (value) => logReasons.find((reason) => reason === value),
  version: shaped(/^\d{1,4}\.\d{1,4}\.\d{1,4}(-[a-z]{1,10}(\.\d{1,4})?)?$/),
  conversation: (value) =>
    typeof value === 'string' ? createHash('sha256').update(value).digest('hex').slice(0, 10) : undefined,
  error: shownError,
};

const eventName = /^[a-z]{2,20}([.-][a-z]{2,20}){1,4}$/;

/** The line to write: the event's name and the fields that are allowed, in their allowed shape. */
export function admitted(event: string, fields: LogFields): Record<string, unknown> {
  const line: Record<string, unknown> = { event: eventName.test(event) ? event : 'unnamed' };
  for (const name of Object.keys(admit) as (keyof LogFields)[]) {
    if (fields[name] === undefined) continue;
    const value = admit[name](fields[name]);
    if (value !== undefined) line[name] = value;
  }
  return line;
}
