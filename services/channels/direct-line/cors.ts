import type { IncomingMessage, ServerResponse } from 'node:http';
import { answer } from '../../http/answer.js';

const headers = {
  'access-control-expose-headers': 'retry-after',
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-allow-headers': 'authorization, content-type, x-ms-bot-agent, x-requested-with',
  'access-control-max-age': '7200',
};

/** Any page may ask: what it gets depends on the token it brings, and no cookie is ever looked at. */
export function allowAnyOrigin(response: ServerResponse): void {
  allow(response, '*');
}

/** The one origin that asks, which was found to be allowed. */
export function allowOrigin(request: IncomingMessage, response: ServerResponse): void {
  allow(response, request.headers.origin ?? 'null');
}

/** The answer to a browser that asks before it sends. */
export function answerPreflight(response: ServerResponse): void {
  answer(response, 204);
}

function allow(response: ServerResponse, origin: string): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('vary', 'origin');
}
