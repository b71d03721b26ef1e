import { expect } from 'chai';
import { readUtterance } from '../../../bots/inbound/read-utterance.js';
import { rendererFor } from '../../../bots/renderers/renderer-for.js';
import { views } from './views.js';

describe('“Was this helpful?” on channels', () => {
  const view = views.explanation ?? expect.fail('explanation');
  const pressed = { question: 'helpful_a1', values: ['no'] };

  /** All objects within a value that hold these fields. */
  function within(value: unknown, field: string, wanted: unknown): Record<string, unknown>[] {
    if (typeof value !== 'object' || value === null) return [];
    const own =
      (value as Record<string, unknown>)[field] === wanted ? [value as Record<string, unknown>] : [];
    return [...own, ...Object.values(value).flatMap((part) => within(part, field, wanted))];
  }

  it('is two buttons of a card, behind the other offers, whose press is read back', () => {
    const card = rendererFor({ channelId: 'msteams' }).render(view).attachments?.[0]?.content;
    const [no] = within(card, 'title', 'No');
    expect(readUtterance({ type: 'message', value: no?.data }).answer).to.deep.equal(pressed);
    const text = JSON.stringify(card?.body);
    expect(text.indexOf('Was this helpful?')).to.be.greaterThan(text.indexOf('Ask something else'));
  });

  it('is two buttons in Slack, whose press is read back', () => {
    const { blocks } = rendererFor({ channelId: 'slack' }).render(view).channelData;
    const [block] = within(blocks, 'block_id', 'answer:0:helpful_a1');
    const [no] = within(block, 'value', 'no');
    const payload = {
      type: 'block_actions',
      actions: [{ ...no, block_id: block?.block_id }],
    };
    expect(
      readUtterance({ type: 'message', channelId: 'slack', channelData: { Payload: payload } }).answer,
    ).to.deep.equal(pressed);
  });

  it('is a hint where there are only words', () => {
    const { text } = rendererFor({ channelId: 'sms' }).render(view);
    expect(text).to.include('You can say "that helped".').and.not.include('Was this helpful?');
  });
});
