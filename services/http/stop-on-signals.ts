import type { Log } from '../telemetry/log.js';

/**
 * SIGTERM or SIGINT stops gracefully and ends the process; a second one ends it at once. Gives a function that
 * takes the handlers away again.
 */
export function stopOnSignals(
  running: { stop(): Promise<void> },
  log: Log,
  exit: (code: number) => void = (code) => process.exit(code),
): () => void {
  let stopping = false;
  const onSignal = () => {
    if (stopping) {
      exit(1);
      return;
    }
    stopping = true;
    log.info('process.stopping', { reason: 'signal' });
    running.stop().then(
      () => exit(0),
      (error: unknown) => {
        log.error('process.stop.failed', { error });
        exit(1);
      },
    );
  };
  const signals = ['SIGTERM', 'SIGINT'] as const;
  for (const signal of signals) process.on(signal, onSignal);
  return () => {
    for (const signal of signals) process.off(signal, onSignal);
  };
}
