import type { IncomingMessage, ServerResponse } from 'node:http';
import { answer, answerError, answerErrorAndClose } from '../../http/answer.js';

/** How a request is refused; `token-expired` and `too-many` are Direct Line's, the others those of all routes. */
export type Refusal = 400 | 401 | 403 | 404 | 415 | 503 | 'token-expired';

/** What is left of a body is thrown away up to here; beyond, the connection is closed. */
const drainedBytes = 64 * 1024;

/** Answers an error with a fixed text, whether or not the request's body was read. */
export function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  if (refusal !== 'token-expired') {
    if (isLongUnread(request)) answerErrorAndClose(request, response, refusal);
    else answerError(response, refusal);
    return;
  }
  answer(response, 403, { error: { code: 'TokenExpired', message: 'The token has expired.' } });
}

/** 429 with the seconds to wait. */
export function answerTooMany(response: ServerResponse, seconds: number): void {
  response.setHeader('retry-after', seconds);
  answer(response, 429, {
    error: { code: 'TooManyRequests', message: 'Too many requests; try again later.' },
  });
}

function isLongUnread(request: IncomingMessage): boolean {
  if (request.complete) return false;
  return (
    request.headers['transfer-encoding'] !== undefined ||
    Number(request.headers['content-length'] ?? 0) > drainedBytes
  );
}
