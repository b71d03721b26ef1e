import { messageFrame } from '../message-frame.js';
import { phrase } from '../phrases.js';
import { plainText } from '../plain-text/plain-text.js';
import type { Renderer } from '../renderer.js';
import { clip } from '../shown-text.js';
import { spoken, summaryLine } from '../spoken.js';
import { type Block, context } from './blocks.js';
import { limits } from './limits.js';
import { escapeSlack } from './mrkdwn.js';
import { viewBlocks } from './view-blocks.js';

/**
 * Block Kit in `channelData`, as Slack and Azure's Slack channel take it. There is no `text` beside it: Azure
 * would post that as a second message. `channelData.text` is what notifications and screen readers get.
 */
export const slackRenderer: Renderer = {
  render: (view) => {
    const { content, answers } = viewBlocks(view);
    return {
      ...messageFrame(view, spoken(view)),
      summary: summaryLine(view),
      channelData: { text: fallbackText(plainText(view)), blocks: withinLimit(content, answers) },
    };
  },
};

function withinLimit(content: Block[], answers: Block[]): Block[] {
  const kept = answers.slice(0, limits.blocks - 1);
  if (content.length + kept.length <= limits.blocks) return [...content, ...kept];
  const notice = context(phrase('left_out'));
  return [...content.slice(0, limits.blocks - kept.length - notice.length), ...notice, ...kept];
}

/** Escaping makes a text longer: it is cut before, where no entity can be cut in two. */
function fallbackText(text: string): string {
  const escaped = escapeSlack(text);
  if (escaped.length <= limits.fallback) return escaped;
  const longestEscape = '&amp;'.length;
  return escapeSlack(clip(text, limits.fallback / longestEscape));
}
