import { answer, answerErrorAndClose } from '../../../http/answer.js';
import { answerTooMany, refuse } from '../answers.js';
import { parseWatermark } from '../conversations.js';
import { incomingActivity, parsePostedActivity } from '../incoming-activity.js';
import type { Answering, Parts, Route } from '../parts.js';
import { admit } from './admitted.js';
import { BASE, bodyOf, queryOf, routesOf } from './request.js';

/** What is said in a conversation, either way. */
export function activityRoutes(parts: Parts): Route[] {
  const { conversations, rates, clock, random, log } = parts;

  const read: Answering = async (request, response) => {
    const admitted = await admit(request, response, parts);
    if (!admitted) return;
    const watermark = parseWatermark(queryOf(request).get('watermark'));
    if (watermark === undefined) {
      refuse(request, response, 400);
      return;
    }
    const activities = await conversations.since(admitted.conversationId, watermark);
    if (activities) answer(response, 200, activities);
    else refuse(request, response, 404);
  };

  const send: Answering = async (request, response) => {
    const admitted = await admit(request, response, parts);
    if (!admitted) return;
    const { conversationId, grant, bySecret } = admitted;
    const body = await bodyOf(request, response, parts);
    if (!body) return;
    const posted = parsePostedActivity(body);
    if (!posted) {
      log.debug('direct-line.activity.refused', { channel: 'directline', reason: 'malformed' });
      refuse(request, response, 400);
      return;
    }
    const seconds = rates.messages.take(conversationId);
    if (seconds > 0) {
      answerTooMany(response, seconds);
      return;
    }
    if (!(await conversations.exists(conversationId))) {
      refuse(request, response, 404);
      return;
    }
    // Who holds the secret speaks for whom it will; a token for its own user.
    const userId = bySecret ? (posted.from?.id ?? grant.userId) : grant.userId;
    const activity = incomingActivity(posted, { conversationId, userId }, { now: new Date(clock()), random });
    // Nobody reads that a patient types, and a turn would cost as much as a message.
    if (posted.type !== 'typing') await conversations.say(activity);
    answer(response, 200, { id: activity.id });
  };

  /** Files are not read: the bot says so where one is described in a message. */
  const upload: Answering = async (request, response) => {
    if (await admit(request, response, parts)) answerErrorAndClose(request, response, 415);
  };

  return [
    ...routesOf(parts, `${BASE}/conversations/:id/activities`, { get: read, post: send }),
    ...routesOf(parts, `${BASE}/conversations/:id/upload`, { post: upload }),
  ];
}
