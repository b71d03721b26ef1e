/**
 * An error that a program can tell apart by `code` and that teaches an operator the mend:
 * where it is (file, line, field), what is wrong, what to write instead.
 * Its message is for operators; a patient never sees it, and it never carries a patient's words.
 */
export class CodedError extends Error {
  override readonly name = 'CodedError';

  constructor(
    readonly code: string,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
