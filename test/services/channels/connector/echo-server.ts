import type { Activity } from 'botbuilder';
import { createConnector } from '../../../../services/channels/connector/connector.js';
import type { RunTurn } from '../../../../services/channels/connector/turn.js';
import type { BotCredentials } from '../../../../services/config.js';
import type { BodyLimits } from '../../../../services/http/body-reader.js';
import type { ServerLimits } from '../../../../services/http/server.js';
import { startServer } from '../../../../services/http/start-server.js';
import { createLog } from '../../../../services/telemetry/log.js';

export interface EchoOptions {
  runTurn?: RunTurn;
  bot?: BotCredentials;
  openIdMetadataUrl?: string;
  bodyLimits?: BodyLimits;
  serverLimits?: ServerLimits;
  readiness?: Record<string, () => boolean | Promise<boolean>>;
  close?: () => Promise<void>;
  drainMs?: number;
}

/** A whole server on a free port with a bot that repeats; `turns` is what reached it, `logged` what was logged. */
export async function startEchoServer(options: EchoOptions = {}) {
  const turns: Activity[] = [];
  const logged: string[] = [];
  const log = createLog({ level: 'debug', destination: { write: (line: string) => void logged.push(line) } });
  const runTurn: RunTurn = async (activity, choice) => {
    turns.push(activity);
    return options.runTurn
      ? options.runTurn(activity, choice)
      : { outcome: { activities: [{ type: 'message', text: `You said: ${activity.text}` }] } };
  };
  const connector = createConnector({
    config: { bot: options.bot ?? { appType: 'MultiTenant' } },
    log,
    runTurn,
    ...(options.openIdMetadataUrl ? { openIdMetadataUrl: options.openIdMetadataUrl } : {}),
    ...(options.bodyLimits ? { limits: options.bodyLimits } : {}),
  });
  const running = await startServer({
    config: { server: { host: '127.0.0.1', port: 0 } },
    log,
    channels: [connector],
    readiness: options.readiness ?? {},
    ...(options.close ? { close: options.close } : {}),
    ...(options.serverLimits ? { limits: options.serverLimits } : {}),
    ...(options.drainMs === undefined ? {} : { drainMs: options.drainMs }),
  });
  const post = (activity: unknown, headers: Record<string, string> = {}) =>
    fetch(`${running.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof activity === 'string' ? activity : JSON.stringify(activity),
    });
  return { ...running, connector, turns, logged, log, post };
}

/** A message as the Emulator sends it, with changes. */
export function message(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    type: 'message',
    id: 'activity-1',
    channelId: 'emulator',
    serviceUrl: 'http://localhost:1/',
    from: { id: 'user-1', name: 'User', role: 'user' },
    recipient: { id: 'bot-1', name: 'Bot', role: 'bot' },
    conversation: { id: 'conversation-1' },
    text: 'my back hurts',
    ...changes,
  };
}
