import { adaptiveCardRenderer } from './adaptive-card/adaptive-card-renderer.js';
import { plainTextRenderer } from './plain-text/plain-text-renderer.js';
import { preparing } from './prepared-view.js';
import type { Client, Renderer } from './renderer.js';
import { slackRenderer } from './slack/slack-renderer.js';
import { widgetRenderer } from './widget/widget-renderer.js';

const cardChannels = new Set(['msteams', 'webchat', 'directline', 'directlinespeech', 'emulator']);

/** The renderer for a client; plain text for one that is not known. */
export function rendererFor(client: Client): Renderer {
  return preparing(chooseRenderer(client));
}

function chooseRenderer(client: Client): Renderer {
  if (client.isOurWidget) return widgetRenderer;
  if (client.channelId === 'slack') return slackRenderer;
  return cardChannels.has(client.channelId) ? adaptiveCardRenderer(client) : plainTextRenderer;
}
