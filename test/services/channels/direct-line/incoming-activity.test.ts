import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import {
  incomingActivity,
  openingActivity,
  parsePostedActivity,
} from '../../../../services/channels/direct-line/incoming-activity.js';

const now = new Date('2026-11-23T10:00:00Z');
const speaker = { conversationId: 'client-AAAAAAAAAAAAAAAAAAAAAA', userId: 'dl_BBBBBBBBBBBBBBBBBBBBBB' };
const surroundings = { now, random: (bytes: number) => Buffer.alloc(bytes, 7) };
const read = (body: unknown) => {
  const posted = parsePostedActivity(body);
  return posted && incomingActivity(posted, speaker, surroundings);
};

describe('an activity that a Direct Line client sent', () => {
  it('passes with what the person said or pressed', () => {
    const said = {
      type: 'message',
      text: 'none of these',
      textFormat: 'plain',
      locale: 'en-GB',
      value: { question: 'q', submit: true, items: [] },
      attachments: [{ contentType: 'image/png' }],
      channelData: { clientActivityID: 'c1' },
    };
    expect(read(said)).to.deep.include(said);
  });

  it('passes of a file only what kind it is', () => {
    const file = { contentType: 'image/png', name: 'knee.png', contentUrl: 'data:image/png;base64,AAAA' };
    const passed = read({ type: 'message', attachments: [file], entities: [{ type: 'x', note: 'long' }] });
    expect(passed?.attachments).to.deep.equal([{ contentType: 'image/png' }]);
    expect(passed).not.to.have.property('entities');
  });

  it('is refused where it is longer than the bot reads, as all of it would be kept', () => {
    expect(read({ type: 'message', text: 'x'.repeat(8000) })).not.to.equal(undefined);
    expect(read({ type: 'message', text: 'x'.repeat(8001) })).to.equal(undefined);
    expect(read({ type: 'message', value: { note: 'x'.repeat(8000) } })).to.equal(undefined);
  });

  it('is from the user of the token, in its conversation, now', () => {
    const activity = read({
      type: 'message',
      id: 'mine',
      from: { id: 'other', role: 'bot' },
      conversation: { id: 'other', isGroup: true },
      timestamp: '1970-01-01',
      callerId: 'urn:botframework:azure',
      relatesTo: { conversation: { id: 'other' } },
    });
    expect(activity).to.deep.equal({
      type: 'message',
      id: Buffer.alloc(16, 7).toString('base64url'),
      channelId: 'directline',
      serviceUrl: '',
      conversation: { id: speaker.conversationId },
      from: { id: speaker.userId, role: 'user' },
      recipient: { id: 'bot', role: 'bot' },
      timestamp: now,
    });
  });

  it('has an id that follows from that of the client, the conversation and the type', () => {
    const idOf = (type: string, clientActivityID: string, conversationId = speaker.conversationId) => {
      const posted = parsePostedActivity({ type, channelData: { clientActivityID } });
      return posted && incomingActivity(posted, { ...speaker, conversationId }, surroundings).id;
    };
    expect(idOf('message', 'c1')).to.equal(idOf('message', 'c1'));
    const others = [idOf('message', 'c2'), idOf('event', 'c1'), idOf('message', 'c1', 'client-other')];
    expect(new Set([idOf('message', 'c1'), ...others]).size).to.equal(4);
  });

  it('leaves out a locale or a format that is none, and whatever else is in channelData', () => {
    const activity = read({
      type: 'message',
      locale: '../../etc/passwd',
      textFormat: 'html',
      channelData: { postBack: true, view: { kind: 'emergency' }, SlackMessage: { event_id: 'x' } },
    });
    expect(activity).to.not.have.any.keys('locale', 'textFormat');
    expect(activity?.channelData).to.deep.equal({ postBack: true });
  });

  it('is read or refused without a throw, whatever it is', () => {
    const lines = readFileSync('test/data/fuzz/bad_activities.jsonl', 'utf8').split('\n').filter(Boolean);
    for (const line of lines) read((JSON.parse(line) as { activity: unknown }).activity);
    fc.assert(fc.property(fc.anything(), (body) => void read(body)));
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (channelData, value) => {
        const activity = read({ type: 'message', channelData, value });
        if (activity) expect(activity.conversation.id).to.equal(speaker.conversationId);
      }),
    );
  });
});

describe('the activity that opens a conversation', () => {
  it('says that the user joined, under the same id each time', () => {
    const opening = openingActivity(speaker, 'en-GB', now);
    expect(opening).to.deep.include({
      type: 'conversationUpdate',
      membersAdded: [{ id: speaker.userId }],
      locale: 'en-GB',
    });
    expect(openingActivity(speaker, undefined, new Date()).id).to.equal(opening.id);
  });
});
