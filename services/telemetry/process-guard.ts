import type { Log } from './log.js';

/**
 * What nobody caught is logged without its message, which Node would print with whatever a person typed in it.
 * A forgotten promise ends nothing: the other conversations go on. A thrown error may have left half a change
 * in memory, so the process ends and is started anew; what was acknowledged is on disk.
 */
export function guardProcess(
  log: Log,
  exit: (code: number) => void = (code) => process.exit(code),
): () => void {
  const onRejection = (error: unknown) => log.error('process.rejection.unhandled', { error });
  const onException = (error: unknown) => {
    log.error('process.exception.uncaught', { error });
    exit(1);
  };
  process.on('unhandledRejection', onRejection).on('uncaughtException', onException);
  return () => {
    process.off('unhandledRejection', onRejection).off('uncaughtException', onException);
  };
}
