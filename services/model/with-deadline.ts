import { ModelError } from './model-failure.js';

/**
 * Aborts the work at the deadline or when `until` is aborted, and does not wait for it to notice.
 * @throws ModelError MODEL_DEADLINE, MODEL_GIVEN_UP, or what the work throws
 */
export async function withDeadline<T>(
  ms: number,
  work: (signal: AbortSignal) => Promise<T>,
  until?: AbortSignal,
): Promise<T> {
  const controller = new AbortController();
  let end: (code: 'MODEL_DEADLINE' | 'MODEL_GIVEN_UP') => void = () => undefined;
  const ended = new Promise<never>((_, reject) => {
    end = (code) => {
      const error = new ModelError(code);
      reject(error);
      controller.abort(error);
    };
  });
  const giveUp = () => end('MODEL_GIVEN_UP');
  const timer = setTimeout(() => end('MODEL_DEADLINE'), ms);
  until?.addEventListener('abort', giveUp);
  const working = work(controller.signal);
  // What it still says after that is nobody's error.
  working.catch(() => undefined);
  try {
    return await Promise.race([working, ended]);
  } finally {
    clearTimeout(timer);
    until?.removeEventListener('abort', giveUp);
  }
}
