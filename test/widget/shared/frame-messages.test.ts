import { expect } from 'chai';
import { frameMessage, readFromChat, readFromPage } from '../../../widget/shared/frame-messages.js';

describe('messages between the page and the chat', () => {
  it('arrive as they were sent', () => {
    expect(readFromChat(frameMessage({ type: 'unread', count: 2 }))).to.deep.equal({
      type: 'unread',
      count: 2,
    });
    expect(readFromChat(frameMessage({ type: 'close' }))).to.deep.equal({ type: 'close' });
    expect(readFromPage(frameMessage({ type: 'shown', focus: true }))).to.deep.equal({
      type: 'shown',
      focus: true,
    });
  });

  it('are no messages of others, nor half ones', () => {
    for (const data of [null, 'close', 7, { type: 'close' }, { sender: 'x', type: 'close' }, []]) {
      expect(readFromChat(data)).to.equal(undefined);
      expect(readFromPage(data)).to.equal(undefined);
    }
    const sender = frameMessage({ type: 'close' }).sender;
    for (const count of [-1, 1.5, Number.NaN, '3', undefined])
      expect(readFromChat({ sender, type: 'unread', count })).to.equal(undefined);
  });
});
