import type { IncomingMessage, ServerResponse } from 'node:http';
import { CloudAdapter } from 'botbuilder/lib/cloudAdapter.js';
import { type Activity, ActivityTypes, DeliveryModes, type TurnContext } from 'botbuilder-core';
import { CodedError } from '../../../knowledge/coded-error.js';
import type { BotCredentials } from '../../config.js';
import type { DeliveryResult, Outcome } from '../../conversations/conversation-store.js';
import { answer, answerError, answerErrorAndClose, answerRefusedBody } from '../../http/answer.js';
import { type BodyLimits, bodyLimits, readJsonBody } from '../../http/body-reader.js';
import type { ChannelRoutes } from '../../http/start-server.js';
import type { Log } from '../../telemetry/log.js';
import { CHANNEL, isConversationId } from '../direct-line/identifiers.js';
import { ConnectorAuthentication } from './authentication.js';
import { deliver } from './delivery.js';
import { parseIncomingActivity } from './incoming-activity.js';
import { type Reach, refusal } from './service-url.js';
import type { RunTurn } from './turn.js';

/** The Bot Framework's channels: what they send, and what is sent to them. */
export interface Connector extends ChannelRoutes {
  deliver(activities: Partial<Activity>[]): Promise<DeliveryResult>;
}

export interface ConnectorOptions {
  config: { bot: BotCredentials };
  log: Log;
  runTurn: RunTurn;
  limits?: BodyLimits;
  /** Where the channels' signing keys are announced; left out, that of the public cloud. */
  openIdMetadataUrl?: string;
}

export function createConnector(options: ConnectorOptions): Connector {
  const { config, log, runTurn, limits = bodyLimits } = options;
  const appId = config.bot.appId ?? '';
  const reach: Reach = appId ? 'bot-framework' : 'this-machine';
  const authentication = new ConnectorAuthentication(config.bot, reach, options.openIdMetadataUrl);
  const adapter = new ConnectorAdapter(authentication);

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const header = request.headers.authorization ?? '';
    if (appId && !header) {
      answerErrorAndClose(request, response, 401);
      return;
    }
    const read = await readJsonBody(request, limits);
    if (read.kind === 'gone') return;
    if (read.kind === 'refused') {
      log.debug('connector.body.refused', { status: read.status });
      answerRefusedBody(request, response, read);
      return;
    }
    const activity = parseIncomingActivity(read.body);
    if (!activity) {
      log.debug('connector.activity.refused', { reason: 'malformed' });
      answerError(response, 400);
      return;
    }
    const reason = isOurOwn(activity)
      ? 'conversation-not-allowed'
      : refusal(activity.serviceUrl, activity.channelId, reach);
    if (reason) {
      log.warn('connector.activity.refused', { channel: activity.channelId, reason });
      answerError(response, 403);
      return;
    }
    try {
      const identity = await authentication.authenticateRequest(activity, header);
      const result = isFromBot(activity)
        ? undefined
        : await adapter.run(identity, activity, (context) => takeTurn(context, runTurn));
      answer(response, result?.status ?? 200, result?.body);
    } catch (error) {
      const status = statusOfFailure(error, log);
      if (status === 200) answer(response, status, expectsReplies(activity) ? { activities: [] } : undefined);
      else answerError(response, status);
    }
  }

  return {
    routes: [{ method: 'post', path: '/api/messages', handle }],
    deliver: (activities) => deliver(activities, { adapter, appId, reach, log }),
  };
}

/** Opens what CloudAdapter keeps to its subclasses: its own entry answers with the text of errors. */
class ConnectorAdapter extends CloudAdapter {
  constructor(authentication: ConnectorAuthentication) {
    super(authentication);
  }

  run(
    identity: Awaited<ReturnType<ConnectorAuthentication['authenticateRequest']>>,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ) {
    return this.processActivity(identity, activity, logic);
  }
}

/** What is sent here goes into the HTTP response and nowhere else. */
async function takeTurn(context: TurnContext, runTurn: RunTurn): Promise<void> {
  const { activity } = context;
  const inResponse = expectsReplies(activity);
  const { outcome } = await runTurn(activity, { delivery: inResponse ? 'response' : 'outbox' });
  const replies: Partial<Activity>[] = inResponse ? [...outcome.activities] : [];
  if (activity.type === ActivityTypes.Invoke) replies.push(invokeResponse(outcome));
  if (replies.length > 0) await context.sendActivities(replies);
}

function expectsReplies(activity: Activity): boolean {
  return activity.deliveryMode === DeliveryModes.ExpectReplies;
}

/** An invoke that the bot does not know is the sender's mistake. */
function invokeResponse({ invokeResponse: known }: Outcome): Partial<Activity> {
  return { type: ActivityTypes.InvokeResponse, value: known ?? { status: 400 } };
}

/** A conversation of our own Direct Line, which comes in by its own route with its own token. */
function isOurOwn({ channelId, conversation }: Activity): boolean {
  return channelId === CHANNEL && isConversationId(conversation.id);
}

/** A bot that is answered by itself would talk for ever. */
function isFromBot({ type, from, recipient }: Activity): boolean {
  return type === ActivityTypes.Message && (from.role === 'bot' || from.id === recipient.id);
}

/** The status for what was thrown, after a log line about it. */
function statusOfFailure(error: unknown, log: Log): 200 | 401 | 503 {
  const code = error instanceof CodedError ? error.code : '';
  switch (code) {
    case 'CONNECTOR_UNAUTHORISED':
      log.warn('connector.activity.refused', { code, reason: 'unauthorised' });
      return 401;
    case 'CONNECTOR_KEYS_UNREACHABLE':
      log.error('connector.activity.refused', { code, reason: 'unreachable', error });
      return 503;
    case 'STORE_UNAVAILABLE':
    case 'STORE_BUSY':
      log.error('connector.turn.refused', { code, reason: 'store-down', error });
      return 503;
    default:
      // Sent again it would fail again: the channel is told that it was taken, the operator that it was lost.
      log.error('connector.turn.failed', { error });
      return 200;
  }
}
