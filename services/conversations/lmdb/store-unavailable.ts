import { CodedError } from '../../../knowledge/coded-error.js';

/**
 * What a failed read or write of the folder becomes. A CodedError passes as it is. The cause is kept unless
 * it is a JSON error, which quotes the record it choked on: a patient's words.
 */
export function storeUnavailable(folder: string, cause: unknown): CodedError {
  if (cause instanceof CodedError) return cause;
  const head = `The conversation store in ${folder} cannot be used`;
  if (cause instanceof SyntaxError) {
    return new CodedError(
      'STORE_UNAVAILABLE',
      `${head}: it holds a record that is not JSON. Restore the folder from a backup, or move it away to begin anew.`,
    );
  }
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new CodedError(
    'STORE_UNAVAILABLE',
    `${head}: ${reason}. It must be a folder on a local disk that this process may write, with room left.`,
    { cause },
  );
}

/**
 * A failed commit rejects with an error that holds the reason as a promise of its own; unheeded, its rejection
 * would end the process.
 */
export async function reasonOf(error: unknown): Promise<unknown> {
  if (!(error instanceof Error && 'commitError' in error)) return error;
  const reason = Promise.resolve(error.commitError).then(
    () => error,
    (cause: unknown) => cause,
  );
  const patience = new Promise((resolve) => setTimeout(resolve, 1000, error));
  return Promise.race([reason, patience]);
}
