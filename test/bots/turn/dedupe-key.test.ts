import type { Activity } from 'botbuilder-core';
import { expect } from 'chai';
import { dedupeKey } from '../../../bots/turn/dedupe-key.js';

const activity = (parts: object) =>
  ({ type: 'message', id: 'a', channelId: 'msteams', ...parts }) as Activity;

describe('the key by which a re-sent activity is known', () => {
  for (const [what, one, other] of [
    ['a connector’s activity id', { text: 'x' }, { text: 'y' }],
    [
      'a Direct Line client’s own id, though the server gave it another',
      { channelId: 'directline', id: 'a', channelData: { clientActivityID: 'c' } },
      { channelId: 'directline', id: 'b', channelData: { clientActivityID: 'c' } },
    ],
    [
      'the activity id where a Direct Line client gave none',
      { channelId: 'directline', channelData: { clientActivityID: '' } },
      { channelId: 'directline', channelData: null },
    ],
    [
      'Slack’s event id, as Azure hands it on',
      { channelId: 'slack', id: 'a', channelData: { SlackMessage: { event_id: 'E' } } },
      { channelId: 'slack', id: 'b', channelData: { SlackMessage: { event_id: 'E' } } },
    ],
    [
      'Slack’s event id, as our own channel hands it on',
      { channelId: 'slack', id: 'a', channelData: { event_id: 'E' } },
      { channelId: 'slack', id: 'b', channelData: { event_id: 'E' } },
    ],
  ] as const) {
    it(`is ${what}`, () => {
      expect(dedupeKey(activity(one))).to.equal(dedupeKey(activity(other)));
    });
  }

  for (const [what, one, other] of [
    ['ids', { id: 'a' }, { id: 'b' }],
    ['types, as Teams gives an edit the id of the message', { type: 'message' }, { type: 'messageUpdate' }],
    [
      'Direct Line client ids',
      { channelId: 'directline', channelData: { clientActivityID: 'c' } },
      { channelId: 'directline', channelData: { clientActivityID: 'd' } },
    ],
    [
      'kinds of id that read the same',
      { channelId: 'directline', id: 'a' },
      { channelId: 'directline', id: 'b', channelData: { clientActivityID: 'a' } },
    ],
    [
      'activities of other channels that claim a client id',
      { id: 'a', channelData: { clientActivityID: 'c' } },
      { id: 'b', channelData: { clientActivityID: 'c' } },
    ],
    ['activities without an id, alike as they are', { id: undefined }, { id: undefined }],
    ['activities whose id is no text', { id: 7 }, { id: 7 }],
    ['long ids that differ at the end', { id: `${'x'.repeat(500)}a` }, { id: `${'x'.repeat(500)}b` }],
    ['ids that differ in a control character', { id: 'a\u0001' }, { id: 'a\u0002' }],
  ] as const) {
    it(`differs between ${what}`, () => {
      expect(dedupeKey(activity(one))).not.to.equal(dedupeKey(activity(other)));
    });
  }

  it('is one that every store takes, whatever the id', () => {
    for (const id of ['a', 'ü', '痛', 'a b', '\0', '\ud800', 'x'.repeat(100_000), '__proto__']) {
      expect(dedupeKey(activity({ id }))).to.match(/^[\x21-\x7e]{1,150}$/);
    }
  });
});
