import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerRefusedBody } from '../../../http/answer.js';
import { readJsonBody } from '../../../http/body-reader.js';
import { answerTooMany, refuse } from '../answers.js';
import { allowAnyOrigin, answerPreflight } from '../cors.js';
import type { Answering, Parts, Route } from '../parts.js';

export const BASE = '/v3/directline';

/** A call of Direct Line, and what lets browsers of any page make it. */
export function routesOf(
  parts: Pick<Parts, 'log'>,
  path: string,
  calls: { get?: Answering; post?: Answering },
): Route[] {
  const routes: Route[] = [
    {
      method: 'opts',
      path,
      handle(_request, response) {
        allowAnyOrigin(response);
        answerPreflight(response);
      },
    },
  ];
  for (const method of ['get', 'post'] as const) {
    const call = calls[method];
    if (!call) continue;
    routes.push({
      method,
      path,
      async handle(request, response) {
        allowAnyOrigin(response);
        await orUnavailable(parts, `${method.toUpperCase()} ${path}`, call)(request, response);
      },
    });
  }
  return routes;
}

/** Where the store is down, or anything else failed, nothing took effect: the client may try again. */
export function orUnavailable({ log }: Pick<Parts, 'log'>, route: string, call: Answering): Answering {
  return async (request, response) => {
    try {
      await call(request, response);
    } catch (error) {
      log.error('direct-line.failed', { channel: 'directline', route, error });
      refuse(request, response, 503);
    }
  };
}

/** The JSON object of a request, `{}` where it has no body; undefined once it was refused. */
export async function bodyOf(
  request: IncomingMessage,
  response: ServerResponse,
  { limits }: Pick<Parts, 'limits'>,
): Promise<Record<string, unknown> | undefined> {
  const { headers } = request;
  const isEmpty = headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0;
  if (isEmpty) return {};
  const read = await readJsonBody(request, limits.body);
  if (read.kind === 'read') return read.body;
  if (read.kind === 'refused') answerRefusedBody(request, response, read);
  return undefined;
}

/** Counts the request; true once it was refused. */
export function isTooMuch(
  request: IncomingMessage,
  response: ServerResponse,
  { rates, addressOf, log }: Pick<Parts, 'rates' | 'addressOf' | 'log'>,
  kind: 'widget' | 'secret',
): boolean {
  const seconds = rates[kind].take(addressOf(request));
  if (seconds === 0) return false;
  log.warn('direct-line.minting.refused', { channel: 'directline', status: 429 });
  answerTooMany(response, seconds);
  return true;
}

export function queryOf(request: IncomingMessage): URLSearchParams {
  const [, query = ''] = (request.url ?? '').split('?', 2);
  return new URLSearchParams(query);
}
