import { expect } from 'chai';
import fc from 'fast-check';
import { conversationKey } from '../../../services/conversations/conversation-store.js';

describe('what a store calls a conversation', () => {
  it('is readable where the channel’s name is plain', () => {
    expect(conversationKey('msteams', '19:x@thread.tacv2')).to.equal('msteams/19:x@thread.tacv2');
  });

  it('is never the same for two channels or two ids', () => {
    const part = fc.oneof(
      fc.string(),
      fc
        .array(fc.constantFrom('a', '/', '%', '2', 'F', ' '), { maxLength: 6 })
        .map((letters) => letters.join('')),
    );
    fc.assert(
      fc.property(part, part, part, part, (channel, id, otherChannel, otherId) => {
        const same = channel === otherChannel && id === otherId;
        expect(conversationKey(channel, id) === conversationKey(otherChannel, otherId)).to.equal(same);
      }),
      { numRuns: 2000 },
    );
  });
});
