import { answerErrorAndClose } from './answer.js';
import type { Handle } from './server.js';

/** Counts the turns that run, and takes no more once it drains. */
export class TurnsInFlight {
  #running = 0;
  #draining = false;
  readonly #drained: (() => void)[] = [];

  get draining(): boolean {
    return this.#draining;
  }

  /** The same route, counted; while draining it answers 503, and the sender tries again elsewhere. */
  counted(handle: Handle): Handle {
    return async (request, response) => {
      if (this.#draining) {
        answerErrorAndClose(request, response, 503);
        return;
      }
      this.#running++;
      try {
        await handle(request, response);
      } finally {
        this.#running--;
        if (this.#running === 0) for (const done of this.#drained.splice(0)) done();
      }
    };
  }

  /** Resolves when the last turn has ended, or after `patienceMs`: true where all have ended. */
  async drain(patienceMs: number): Promise<boolean> {
    this.#draining = true;
    if (this.#running === 0) return true;
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), patienceMs);
      this.#drained.push(() => {
        clearTimeout(timer);
        resolve(true);
      });
    });
  }
}
