import type { Activity, Attachment } from 'botbuilder-core';
import type { MessageView, View } from '../../../dialogs/views/view.js';
import { messageFrame } from '../message-frame.js';
import { languageTag, phrase } from '../phrases.js';
import { plainText } from '../plain-text/plain-text.js';
import type { Client, Renderer } from '../renderer.js';
import { clip, jsonBytes } from '../shown-text.js';
import { spoken, summaryLine } from '../spoken.js';
import type { CardElement, CardParts, Detail } from './card.js';
import { citationEntity } from './citation-entity.js';
import { smallPrint } from './elements.js';
import { suggestedActions } from './suggested-actions.js';
import { viewCard } from './view-card.js';

/** Teams refuses messages of about 100 KB. */
const mostBytes = 80_000;
const longestFallback = 4000;

const leastDetail: Detail = { passage: 0, therapists: 3, facts: 3, text: 400 };

/** From everything to the least; the first that fits is sent. */
const details: readonly Detail[] = [
  { passage: 1500, therapists: 10, facts: 12, text: 6000 },
  { passage: 500, therapists: 8, facts: 8, text: 3000 },
  { passage: 0, therapists: 5, facts: 5, text: 1200 },
  leastDetail,
];

/**
 * Adaptive Cards 1.5. The card stands alone: Teams and Web Chat would show `text` above it, and so twice.
 * Its words are in `fallbackText`, and in what Web Chat reads to a screen reader.
 */
export function adaptiveCardRenderer(client: Client): Renderer {
  return {
    render: (view) => {
      const plain = plainMessage(view, client);
      if (plain) return plain;
      const around = aroundCard(view, client);
      for (const detail of details) {
        const activity = cardActivity(viewCard(view, detail), around);
        if (jsonBytes(activity) <= mostBytes) return activity;
      }
      return trimmed(viewCard(view, leastDetail), around);
    },
  };
}

/** A message without a card: all clients show text best as text, and a few offers as suggested actions. */
function plainMessage(view: View, client: Client): Partial<Activity> | undefined {
  // Some clients run the paragraphs of a plain text together; a card keeps them apart.
  if (view.kind !== 'message' || view.tone === 'warning' || view.text.includes('\n')) return undefined;
  const offers = suggestedActions(view.choices ?? [], client);
  if (view.choices?.length && !offers) return undefined;
  const activity: Partial<Activity> = {
    ...messageFrame(view, spoken(view)),
    text: messageText(view),
    textFormat: 'plain',
    ...(offers ? { suggestedActions: offers } : {}),
  };
  return jsonBytes(activity) <= mostBytes ? activity : undefined;
}

function messageText(view: MessageView): string {
  return plainText({ kind: 'message', text: view.text });
}

/** What does not depend on how much the card shows. */
interface AroundCard {
  card: Record<string, unknown>;
  activity: Partial<Activity>;
}

function aroundCard(view: View, client: Client): AroundCard {
  const words = clip(plainText(view), longestFallback);
  const speak = spoken(view);
  const isTeams = client.channelId === 'msteams';
  const isWide = ['explanation', 'therapists', 'summary'].includes(view.kind);
  return {
    card: {
      type: 'AdaptiveCard',
      $schema: 'https://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: languageTag,
      fallbackText: words,
      speak,
      ...(isTeams && isWide ? { msteams: { width: 'Full' } } : {}),
    },
    activity: {
      ...messageFrame(view, speak),
      summary: summaryLine(view),
      ...(isTeams ? {} : { channelData: { 'webchat:fallback-text': words } }),
      ...(view.kind === 'explanation' ? { entities: [citationEntity(view)] } : {}),
    },
  };
}

function cardActivity({ content, actions }: CardParts, around: AroundCard): Partial<Activity> {
  const attachment: Attachment = {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: { ...around.card, body: [...content, ...withSpaceAbove(actions)] },
  };
  return { ...around.activity, attachments: [attachment] };
}

function withSpaceAbove([first, ...others]: CardElement[]): CardElement[] {
  return first ? [{ ...first, spacing: 'Medium' }, ...others] : [];
}

/** What is still too long loses its last parts, and says so; the buttons stay. */
function trimmed({ content, actions }: CardParts, around: AroundCard): Partial<Activity> {
  const notice = smallPrint(phrase('left_out'));
  let activity = cardActivity({ content: [notice], actions }, around);
  for (let kept = content.length; kept > 0; kept = Math.floor(kept * 0.8)) {
    activity = cardActivity({ content: [...content.slice(0, kept), notice], actions }, around);
    if (jsonBytes(activity) <= mostBytes) break;
  }
  return activity;
}
