import { answer } from '../../../http/answer.js';
import { refuse } from '../answers.js';
import type { Answering, Parts, Route } from '../parts.js';
import { type Grant, lifetimes } from '../tokens.js';
import { BASE, bodyOf, isTooMuch, routesOf } from './request.js';
import { newGrant, parseTokenParameters } from './token-parameters.js';

/** Tokens for the secret, and a new token for one that has not expired. The bot hears of neither. */
export function tokenRoutes(parts: Parts): Route[] {
  const { tokens, readCaller, random } = parts;
  const tokenFor = async (grant: Grant) => ({
    conversationId: grant.conversationId,
    token: await tokens.sign('access', grant),
    expires_in: lifetimes.access,
  });

  const generate: Answering = async (request, response) => {
    const caller = await readCaller(request);
    if (caller.kind !== 'secret') {
      refuse(request, response, caller.kind === 'refused' ? caller.refusal : 403);
      return;
    }
    if (isTooMuch(request, response, parts, 'secret')) return;
    const body = await bodyOf(request, response, parts);
    if (!body) return;
    const parameters = parseTokenParameters(body);
    if (!parameters) refuse(request, response, 400);
    else answer(response, 200, await tokenFor(newGrant(parameters, random)));
  };

  const refresh: Answering = async (request, response) => {
    const caller = await readCaller(request);
    if (caller.kind === 'token') answer(response, 200, await tokenFor(caller.grant));
    else refuse(request, response, caller.kind === 'refused' ? caller.refusal : 403);
  };

  return [
    ...routesOf(parts, `${BASE}/tokens/generate`, { post: generate }),
    ...routesOf(parts, `${BASE}/tokens/refresh`, { post: refresh }),
  ];
}
