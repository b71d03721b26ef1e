import { CodedError } from '../knowledge/coded-error.js';

/**
 * Ends the process with one line that says what is wrong and where. What is no CodedError is a fault of ours:
 * its place in the code is shown, never its message, which may quote a person.
 */
export function complain(error: unknown): never {
  const line = error instanceof CodedError ? `${error.code}: ${error.message}` : placeOf(error);
  process.stderr.write(`${line.replace(/\s*\n\s*/g, ' ')}\n`);
  process.exit(1);
}

function placeOf(error: unknown): string {
  const frame =
    error instanceof Error ? error.stack?.split('\n').find((line) => line.includes(' at ')) : undefined;
  return `INTERNAL: ${error instanceof Error ? error.name : 'something'} was thrown${frame ? ` ${frame.trim()}` : ''}`;
}
