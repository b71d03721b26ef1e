import type { IncomingMessage, ServerResponse } from 'node:http';

/** Every text an error answer can have: nothing of the request or of the code ever stands in one. */
const fixedTexts = {
  400: 'The request is not understood.',
  401: 'The request carries no valid authorisation.',
  403: 'The request is not allowed.',
  404: 'There is nothing here.',
  405: 'This method is not allowed here.',
  408: 'The request took too long.',
  413: 'The request is too large.',
  415: 'Send uncompressed JSON with content type application/json.',
  500: 'Something went wrong here.',
  503: 'Not available for the moment; try again shortly.',
} as const;

export type ErrorStatus = keyof typeof fixedTexts;

const securityHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

const retryAfterSeconds = '5';

/** Answers with JSON, or with an empty body. Does nothing where the client has gone or an answer was begun. */
export function answer(response: ServerResponse, status: number, body?: unknown): void {
  if (response.headersSent || response.destroyed) return;
  const bytes = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
  response.writeHead(status, headersFor(status, bytes));
  response.end(bytes);
}

function headersFor(status: number, bytes: Buffer | undefined): Record<string, string | number> {
  return {
    ...securityHeaders,
    ...(bytes ? { 'content-type': 'application/json; charset=utf-8' } : {}),
    'content-length': bytes?.length ?? 0,
    ...(status === 503 ? { 'retry-after': retryAfterSeconds } : {}),
  };
}

/** `{"error": {"code", "message"}}`, both fixed for the status. */
export function answerError(response: ServerResponse, status: ErrorStatus): void {
  answer(response, status, errorBody(status));
}

/**
 * Answers an error before the request's body was read to its end, and closes the connection. What the client
 * is still sending is thrown away for a short while, since closing at once would destroy the answer on its way.
 */
export function answerErrorAndClose(
  request: IncomingMessage,
  response: ServerResponse,
  status: ErrorStatus,
): void {
  if (response.headersSent || response.destroyed) return;
  const bytes = Buffer.from(JSON.stringify(errorBody(status)));
  response.writeHead(status, { ...headersFor(status, bytes), connection: 'close' });
  response.write(bytes);
  let left = lingerBytes;
  const close = () => {
    clearTimeout(timer);
    request.off('data', discard).off('end', close).off('error', close);
    response.end();
    request.socket.destroySoon();
  };
  const discard = (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) close();
  };
  const timer = setTimeout(close, lingerMs);
  request
    .on('data', discard)
    .once('end', close)
    .once('error', close)
    .once('close', () => clearTimeout(timer));
  request.resume();
}

/** Answers a body that the reader refused. */
export function answerRefusedBody(
  request: IncomingMessage,
  response: ServerResponse,
  { status, complete }: { status: ErrorStatus; complete: boolean },
): void {
  if (complete) answerError(response, status);
  else answerErrorAndClose(request, response, status);
}

const lingerBytes = 8 * 1024 * 1024;
const lingerMs = 1_000;

function errorBody(status: ErrorStatus): { error: { code: string; message: string } } {
  return { error: { code: errorCodes[status], message: fixedTexts[status] } };
}

const errorCodes: Record<ErrorStatus, string> = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  405: 'MethodNotAllowed',
  408: 'RequestTimeout',
  413: 'PayloadTooLarge',
  415: 'UnsupportedMediaType',
  500: 'InternalError',
  503: 'ServiceUnavailable',
};
