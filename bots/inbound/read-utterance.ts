import type { Activity } from 'botbuilder-core';
import type { Utterance } from '../../dialogs/turn/utterance.js';
import { list, token } from './hostile.js';
import { messageText } from './message-text.js';
import { isSlackInteraction, readSlackAnswer } from './slack-answer.js';
import { readInvokedAnswer, readSubmittedAnswer } from './submitted-answer.js';

const mostAttachments = 20;

/**
 * What a person said or pressed, whatever the channel. Never throws, whatever was sent. `text` is empty where
 * there is an answer: a button's words must not be read as symptoms, nor answer a later question.
 */
export function readUtterance(activity: Partial<Activity>): Utterance {
  const answer = readAnswer(activity);
  if (answer) return { text: '', answer, attachments: [] };
  // Azure puts a Slack button's value into the text: a ticked box would be taken for words.
  const onlyPressed = activity.channelId === 'slack' && isSlackInteraction(activity.channelData);
  const text = onlyPressed ? '' : messageText(activity);
  return { text, attachments: readAttachments(activity.attachments) };
}

function readAnswer(activity: Partial<Activity>): Utterance['answer'] {
  if (activity.type === 'invoke') {
    return activity.name === 'adaptiveCard/action' ? readInvokedAnswer(activity.value) : undefined;
  }
  if (activity.channelId === 'slack') {
    const answer = readSlackAnswer(activity.channelData);
    if (answer) return answer;
  }
  return readSubmittedAnswer(activity.value);
}

/** Cards and the HTML twin that Teams adds to every message are no attachments of a person. */
function readAttachments(attachments: unknown): Utterance['attachments'] {
  return list(attachments, mostAttachments).flatMap((attachment) => {
    const type = token(attachment, 'contentType')?.toLowerCase();
    if (
      type === undefined ||
      type.startsWith('text/html') ||
      /^application\/vnd\.microsoft\.(card|teams\.card)/.test(type)
    ) {
      return [];
    }
    const kind = (['image', 'audio', 'video'] as const).find((known) => type.startsWith(`${known}/`));
    return [kind ?? 'file'];
  });
}
