/**
 * How a Slack block remembers what it asks: `answer:0:calf_signs`. Ids must differ within a message, hence
 * the number; Slack hands the id back with every click.
 */
const pattern = /^answer:\d{1,3}:(.+)$/su;

/** Slack's limit for a block_id. */
const longestBlockId = 255;

export const submitActionId = 'submit';
export const ticksActionId = 'ticks';

export function answerBlockId(question: string, number: number): string {
  return `answer:${number}:${question}`.slice(0, longestBlockId);
}

export function questionOfBlock(blockId: string): string | undefined {
  return pattern.exec(blockId)?.[1];
}
