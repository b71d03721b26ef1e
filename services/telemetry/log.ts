import type { DestinationStream } from 'pino';
import { pino } from 'pino';
import type { Config } from '../config.js';
import { admitted, type LogFields } from './log-fields.js';

/**
 * Events and a few plain facts about them; never what a person said, wrote or is called. `event` is a name
 * with dots or hyphens ("server.listening"). A field that is not on the list (log-fields.ts), or whose value
 * is not of that field's shape, is dropped.
 */
export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** Writes JSON lines to stderr: stdout belongs to the answers of the batch commands. */
export function createLog(options: { level: Config['logLevel']; destination?: DestinationStream }): Log {
  const writer = pino(
    { level: options.level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level } },
    options.destination ?? pino.destination({ dest: 2, sync: true }),
  );
  const line =
    (severity: 'debug' | 'info' | 'warn' | 'error') =>
    (event: string, fields: LogFields = {}) => {
      if (writer.isLevelEnabled(severity)) writer[severity](admitted(event, fields));
    };
  return { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') };
}

/** For commands and tests that want no log. */
export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };

function level(label: string): { level: string } {
  return { level: label };
}
