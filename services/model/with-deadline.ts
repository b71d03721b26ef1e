import { ModelError } from './model-failure.js';

/** Aborts the work at the deadline, and does not wait for it to notice. @throws ModelError MODEL_DEADLINE, or what the work throws */
export async function withDeadline<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const late = new ModelError('MODEL_DEADLINE');
      reject(late);
      controller.abort(late);
    }, ms);
  });
  const working = work(controller.signal);
  // What it still says after the deadline is nobody's error.
  working.catch(() => undefined);
  try {
    return await Promise.race([working, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
