import { answer } from '../../../http/answer.js';
import { refuse } from '../answers.js';
import { parseWatermark } from '../conversations.js';
import type { Answering, Parts, Route } from '../parts.js';
import { admit } from './admitted.js';
import { conversationObject } from './conversation-object.js';
import { BASE, bodyOf, isTooMuch, queryOf, routesOf } from './request.js';
import { newGrant, parseTokenParameters } from './token-parameters.js';

/** Begins conversations, and takes them up again. */
export function conversationRoutes(parts: Parts): Route[] {
  const { conversations, readCaller, random } = parts;

  const start: Answering = async (request, response) => {
    const caller = await readCaller(request);
    if (caller.kind === 'refused') {
      refuse(request, response, caller.refusal);
      return;
    }
    if (caller.kind === 'secret' && isTooMuch(request, response, parts, 'secret')) return;
    const body = await bodyOf(request, response, parts);
    if (!body) return;
    const parameters = parseTokenParameters(body);
    if (!parameters) {
      refuse(request, response, 400);
      return;
    }
    const grant = caller.kind === 'token' ? caller.grant : newGrant(parameters, random);
    const isNew = await conversations.open(grant, parameters.locale);
    // From the beginning, the greeting included: a page that was loaded again shows what was said before.
    answer(response, isNew ? 201 : 200, await conversationObject(request, parts, grant, 0));
  };

  const reconnect: Answering = async (request, response) => {
    const admitted = await admit(request, response, parts);
    if (!admitted) return;
    const watermark = parseWatermark(queryOf(request).get('watermark'));
    if (watermark === undefined) refuse(request, response, 400);
    else if (!(await conversations.exists(admitted.conversationId))) refuse(request, response, 404);
    else answer(response, 200, await conversationObject(request, parts, admitted.grant, watermark));
  };

  return [
    ...routesOf(parts, `${BASE}/conversations`, { post: start }),
    ...routesOf(parts, `${BASE}/conversations/:id`, { get: reconnect }),
  ];
}
