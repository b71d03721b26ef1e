import { expect } from 'chai';
import { parseIncomingActivity } from '../../../../services/channels/connector/incoming-activity.js';
import { message } from './echo-server.js';

const now = new Date('2026-11-23T10:00:00Z');
const parse = (changes: Record<string, unknown>) => parseIncomingActivity(message(changes), now);

describe('parseIncomingActivity', () => {
  it('passes what a channel sends', () => {
    const teams = {
      channelId: 'msteams',
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      id: '1700000000000',
      from: { id: '29:1abc_-', name: 'Ana', aadObjectId: 'c0ffee' },
      conversation: { id: 'a:1xyz', conversationType: 'personal', tenantId: 'tenant' },
      locale: 'en-GB',
      textFormat: 'plain',
      entities: [{ type: 'clientInfo', locale: 'en-GB' }],
      channelData: { tenant: { id: 'tenant' } },
      value: { choice: 'yes' },
    };
    expect(parse(teams)).to.deep.include(teams);
  });

  it('passes who joined', () => {
    const update = { type: 'conversationUpdate', membersAdded: [{ id: 'user-1', name: 'User' }], text: null };
    const activity = parse(update);
    expect(activity?.membersAdded).to.deep.equal([{ id: 'user-1', name: 'User' }]);
    expect(activity).to.not.have.property('text');
  });

  const refused: [string, Record<string, unknown>][] = [
    ['no type', { type: undefined }],
    ['a type that is no word', { type: '__proto__' }],
    ['a message without id', { id: undefined }],
    ['an invoke without id', { type: 'invoke', id: null }],
    ['an id that is a number', { id: 5 }],
    ['an empty id', { id: '' }],
    ['an id with a control character', { id: 'a\u0000b' }],
    ['an id with half a surrogate pair', { id: 'a\ud800' }],
    ['an id without end', { id: 'x'.repeat(257) }],
    ['no conversation', { conversation: undefined }],
    ['a conversation without id', { conversation: {} }],
    ['a conversation id with a slash', { conversation: { id: 'c1/users/u1' } }],
    ['a conversation id with a line break', { conversation: { id: 'c1\nc2' } }],
    ['a conversation id without end', { conversation: { id: 'x'.repeat(257) } }],
    ['no sender', { from: undefined }],
    ['a sender without id', { from: { name: 'x' } }],
    ['no channel', { channelId: undefined }],
    ['no address', { serviceUrl: undefined }],
    ['an address that is no text', { serviceUrl: { href: 'x' } }],
    ['a text that is no text', { text: { toString: 'x' } }],
    ['attachments that are no list', { attachments: { length: 1 } }],
    ['attachments without end', { attachments: Array.from({ length: 51 }, () => ({})) }],
    ['members that are no accounts', { membersAdded: ['x'] }],
  ];
  for (const [what, changes] of refused) {
    it(`refuses ${what}`, () => expect(parse(changes)).to.equal(undefined));
  }

  it("uses the server's time, whatever the sender says", () => {
    for (const timestamp of ['garbage', '1970-01-01', '9999999-99', -1, null]) {
      const activity = parse({ timestamp, localTimestamp: timestamp, expiration: timestamp });
      expect(activity?.timestamp).to.equal(now);
      expect(activity).to.not.have.any.keys('localTimestamp', 'expiration', 'rawTimestamp');
    }
  });

  it('leaves out what a sender must not decide, and what no one knows', () => {
    const activity = parse({
      callerId: 'urn:botframework:azure',
      relatesTo: { conversation: { id: 'other' } },
      speak: '<speak/>',
      inputHint: 'x',
      isAdmin: true,
    });
    expect(activity).to.not.have.any.keys('callerId', 'relatesTo', 'speak', 'inputHint', 'isAdmin');
  });

  it('leaves out a language, format or way of delivery that is none', () => {
    for (const locale of ['../../etc/passwd', 'x'.repeat(5000), 5, '', 'en-']) {
      expect(parse({ locale }), String(locale)).to.not.have.property('locale');
    }
    expect(parse({ textFormat: 'html', deliveryMode: 'ephemeral' })).to.not.have.any.keys(
      'textFormat',
      'deliveryMode',
    );
  });

  it('gives an id to what cannot take effect twice anyway', () => {
    const first = parse({ type: 'typing', id: undefined });
    const second = parse({ type: 'typing', id: undefined });
    expect(first?.id).to.be.a('string').and.not.equal(second?.id);
  });
});
