import type { Activity } from 'botbuilder-core';
import { cleanText } from '../renderers/shown-text.js';
import { list, own, token } from './hostile.js';

/** More than anybody types; what is beyond is not read. */
const longestText = 8000;
/** Mark-up can make a text several times longer. */
const longestMarkup = 4 * longestText;
const mostEntities = 100;

const htmlTags =
  /<\/?(?:p|div|span|br|b|i|u|s|em|strong|strike|code|pre|ul|ol|li|blockquote|font|a|img|table|tbody|tr|td|h[1-6])(?:\s[^<>]*)?\/?>/giu;
const lineTags = /<(?:br\s*\/?|\/p|\/div|\/li|\/blockquote|\/h[1-6])>/giu;
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The words of a message, without the mention of the bot and the channel's mark-up. */
export function messageText(activity: Partial<Activity>): string {
  const raw: unknown = activity.text;
  if (typeof raw !== 'string') return '';
  const spoken = withoutMention(raw.slice(0, longestMarkup), activity);
  const bare =
    activity.channelId === 'msteams'
      ? fromTeams(spoken)
      : activity.channelId === 'slack'
        ? fromSlack(spoken)
        : spoken;
  const text = cleanText(bare).trim();
  return cleanText(text.slice(0, longestText))
    .replace(/\ufffd$/u, '')
    .trim();
}

/** As the Bot Framework's removeRecipientMention, for any number of mentions and whatever the sender made up. */
function withoutMention(text: string, activity: Partial<Activity>): string {
  const bot = token(activity.recipient, 'id');
  const mentions = list(activity.entities, mostEntities)
    .filter((entity) => token(entity, 'type')?.toLowerCase() === 'mention')
    .filter((entity) => bot !== undefined && token(own(entity, 'mentioned'), 'id') === bot)
    .map((entity) => token(entity, 'text'));
  return [...new Set(mentions)].reduce<string>(
    (rest, mention) => (mention ? rest.split(mention).join(' ') : rest),
    text,
  );
}

function fromTeams(text: string): string {
  const named = text.replace(/<at(?:\s[^<>]*)?>([^<>]*)<\/at>/giu, '$1');
  return decodeEntities(named.replace(lineTags, '\n').replace(htmlTags, ' '))
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n[ \n]*/g, '\n');
}

/** `<@U1>` names the bot where the mention comes first; `<https://…|label>` and `<tel:…|…>` are links. */
function fromSlack(text: string): string {
  const withoutBot = text.replace(/^\s*<@[A-Z0-9]+(?:\|[^<>]*)?>[\s,:]*/u, '');
  const linked = withoutBot.replace(
    /<([^<>|]*)(?:\|([^<>]*))?>/gu,
    (_, target: string, label?: string) => label ?? target,
  );
  return decodeEntities(linked);
}

/** Once: "&amp;lt;" is the text "&lt;". */
function decodeEntities(text: string): string {
  return text.replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,6});/giu, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
