import { CodedError } from '../../../knowledge/coded-error.js';

/** What a driver says where the server cannot be reached, or not now. */
const UNREACHABLE = /^(E[A-Z]+|08\w{3}|53\w{3}|57\w{3}|28\w{3}|3D000|40\w{3}|25006)$/;

/**
 * An error of the database as an operator should see it. Neither the address, which can hold a password, nor a
 * value of a record is in it.
 */
export function databaseFailure(cause: unknown): CodedError {
  if (cause instanceof CodedError) return cause;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const timedOut = cause instanceof Error && /timeout|terminated/i.test(cause.message);
  if (UNREACHABLE.test(code) || timedOut)
    return new CodedError(
      'DIRECTORY_UNAVAILABLE',
      `DATABASE_URL: the database does not answer (${code || 'timeout'}); see whether it runs, and whether address, user and password are right`,
      { cause },
    );
  return new CodedError(
    'DIRECTORY_DATABASE_FAILED',
    `DATABASE_URL: the database refuses (${code || 'unknown reason'})`,
    {
      cause,
    },
  );
}
