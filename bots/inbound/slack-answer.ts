import type { Utterance } from '../../dialogs/turn/utterance.js';
import { questionOfBlock, submitActionId } from '../renderers/slack/block-ids.js';
import { isObject, list, own, token } from './hostile.js';

const mostBlocks = 50;
const mostOptions = 100;

/**
 * The answer in Slack's interaction payload, which Azure hands on as `channelData.Payload`. Ticking a box
 * or following a link is a payload too, and no answer yet.
 */
export function readSlackAnswer(channelData: unknown): Utterance['answer'] {
  const payload = own(channelData, 'Payload') ?? own(channelData, 'payload');
  if (token(payload, 'type') !== 'block_actions') return undefined;
  for (const action of list(own(payload, 'actions'), mostBlocks)) {
    const question = questionOfBlock(token(action, 'block_id') ?? '');
    if (question === undefined) continue;
    if (token(action, 'action_id') === submitActionId) return { question, values: ticked(payload, question) };
    const choice = token(action, 'value') ?? token(own(action, 'selected_option'), 'value');
    if (choice !== undefined) return { question, values: [choice] };
  }
  return undefined;
}

export function isSlackInteraction(channelData: unknown): boolean {
  return isObject(own(channelData, 'Payload') ?? own(channelData, 'payload'));
}

function ticked(payload: unknown, question: string): string[] {
  const blocks = own(own(payload, 'state'), 'values');
  if (!isObject(blocks)) return [];
  const values = Object.entries(blocks)
    .slice(0, mostBlocks)
    .filter(([blockId, inputs]) => questionOfBlock(blockId) === question && isObject(inputs))
    .flatMap(([, inputs]) => Object.values(inputs as Record<string, unknown>).slice(0, mostBlocks))
    .flatMap((input) => list(own(input, 'selected_options'), mostOptions))
    .map((option) => token(option, 'value'))
    .filter((value) => value !== undefined);
  return [...new Set(values)];
}
