import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { answer } from '../../../http/answer.js';
import { locale, orNothing } from '../../activity-fields.js';
import { refuse } from '../answers.js';
import type { ActivitySet } from '../conversations.js';
import { allowOrigin, answerPreflight } from '../cors.js';
import { mintConversationId, userOf } from '../identifiers.js';
import { mayOpenWidget } from '../origins.js';
import type { Answering, Parts, Route } from '../parts.js';
import type { Grant } from '../tokens.js';
import { type ConversationObject, conversationObject } from './conversation-object.js';
import { bodyOf, isTooMuch, orUnavailable } from './request.js';

const PATH = '/widget/conversation';

/** What the widget gets in one request: a conversation, and what was said in it so far. */
interface WidgetConversation extends ConversationObject, ActivitySet {
  userId: string;
  /** Takes the conversation up again within a day: after a reload, on the next page. */
  resume: string;
  /** Whether it was; else it is new. */
  resumed: boolean;
}

/** A handle that is none is as good as none: the person gets a new conversation. */
const schema = z.object({ resume: orNothing(z.string()), locale });

/** Opens or takes up a conversation for a page that may show the widget. No secret leaves the server. */
export function widgetRoutes(parts: Parts): Route[] {
  const { conversations, tokens, random, widgetOrigins } = parts;

  /** False once the request was refused. */
  const mayAsk = (request: IncomingMessage, response: ServerResponse): boolean => {
    if (!mayOpenWidget(request, widgetOrigins)) {
      parts.log.warn('direct-line.widget.refused', { channel: 'directline', status: 403 });
      refuse(request, response, 403);
      return false;
    }
    allowOrigin(request, response);
    return true;
  };

  const resumed = async (handle: string | undefined): Promise<[Grant, ActivitySet] | undefined> => {
    if (handle === undefined) return undefined;
    const reading = await tokens.read('resume', handle);
    if (reading.kind !== 'valid') return undefined;
    const said = await conversations.since(reading.grant.conversationId, 0);
    return said && [reading.grant, said];
  };

  const opened = async (language: string | undefined): Promise<[Grant, ActivitySet]> => {
    const conversationId = mintConversationId('widget', random);
    const grant = { conversationId, userId: userOf(conversationId) };
    await conversations.open(grant, language);
    const said = await conversations.since(conversationId, 0);
    return [grant, said ?? { activities: [], watermark: '0' }];
  };

  const open: Answering = async (request, response) => {
    if (!mayAsk(request, response)) return;
    const body = await bodyOf(request, response, parts);
    if (!body) return;
    const asked = schema.safeParse(body).data;
    const before = await resumed(asked?.resume);
    // To come back is not to open: a patient may load the page as often as they like.
    if (!before && isTooMuch(request, response, parts, 'widget')) return;
    const [{ conversationId, userId }, said] = before ?? (await opened(asked?.locale));
    // From now on for the page that asks, which may be another than that of the handle.
    const { origin } = request.headers;
    const grant = { conversationId, userId, ...(origin && { origins: [origin] }) };
    const conversation: WidgetConversation = {
      ...(await conversationObject(request, parts, grant, Number(said.watermark))),
      ...said,
      userId,
      resume: await tokens.sign('resume', { conversationId, userId }),
      resumed: before !== undefined,
    };
    answer(response, 200, conversation);
  };

  return [
    {
      method: 'opts',
      path: PATH,
      handle: (request, response) => {
        if (mayAsk(request, response)) answerPreflight(response);
      },
    },
    { method: 'post', path: PATH, handle: orUnavailable(parts, `POST ${PATH}`, open) },
  ];
}
