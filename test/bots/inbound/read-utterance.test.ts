import type { Activity } from 'botbuilder-core';
import { expect } from 'chai';
import fc from 'fast-check';
import { isGroup } from '../../../bots/inbound/is-group.js';
import { readUtterance } from '../../../bots/inbound/read-utterance.js';

const bot = { id: '28:bot-id', name: 'Massage Guide' };

/** What a channel could send, well formed or not. */
const activity = (fields: object): Partial<Activity> =>
  ({ type: 'message', recipient: bot, ...fields }) as Partial<Activity>;

const mention = (text: string, id = bot.id) => ({ type: 'mention', text, mentioned: { id, name: 'x' } });

describe('readUtterance', () => {
  describe('words', () => {
    const teams = { channelId: 'msteams' };
    const slack = { channelId: 'slack' };
    const table: [string, object, string][] = [
      ['as typed', { text: '  my neck hurts\n' }, 'my neck hurts'],
      [
        'without the mention of the bot',
        {
          ...teams,
          text: '<at>Massage Guide</at> my neck hurts',
          entities: [mention('<at>Massage Guide</at>')],
        },
        'my neck hurts',
      ],
      [
        'without it in the middle, or twice',
        { ...teams, text: 'hi <at>G</at> my <at>G</at> neck', entities: [mention('<at>G</at>')] },
        'hi my neck',
      ],
      [
        'with the mention of somebody else',
        { ...teams, text: '<at>Ann</at> has a sore neck', entities: [mention('<at>Ann</at>', '29:ann')] },
        'Ann has a sore neck',
      ],
      [
        'without the HTML of Teams',
        { ...teams, text: '<p>my neck&nbsp;hurts</p>\r\n<div>since <b>May</b><br/>6 &lt; 7 &amp; 8</div>' },
        'my neck hurts\nsince May\n6 < 7 & 8',
      ],
      [
        'with what only looks like HTML',
        { ...teams, text: 'pain <3 of 10, better than <last week>' },
        'pain <3 of 10, better than <last week>',
      ],
      ['decoded once', { ...teams, text: '&amp;lt;b&amp;gt;' }, '&lt;b&gt;'],
      [
        'as they are on other channels',
        { channelId: 'directline', text: 'a &amp; <b>b</b>' },
        'a &amp; <b>b</b>',
      ],
      [
        'without the mention of the bot on Slack',
        { ...slack, text: '<@U0BOT> my neck hurts' },
        'my neck hurts',
      ],
      [
        'with the labels of links on Slack',
        { ...slack, text: 'call <tel:6175550142|617 555 0142> or see <https://example.com> &lt;now&gt;' },
        'call 617 555 0142 or see https://example.com <now>',
      ],
      ['without control characters', { text: 'neck\u0000\u001b[31m pain\u202e' }, 'neck[31m pain'],
      ['none in an activity without text', {}, ''],
      ['none where the text is no text', { text: { toString: 'x' } }, ''],
    ];
    for (const [what, fields, text] of table) {
      it(what, () => expect(readUtterance(activity(fields))).to.deep.equal({ text, attachments: [] }));
    }

    it('are cut at 8,000 characters, and never within one', () => {
      expect(readUtterance(activity({ text: 'x'.repeat(1_000_000) })).text).to.have.length(8000);
      const emoji = readUtterance(activity({ text: `x${'😀'.repeat(5000)}` })).text;
      expect(emoji)
        .to.have.length(7999)
        .and.to.not.match(/\p{Surrogate}|\ufffd/u);
    });

    it('are read quickly, whatever the mark-up', () => {
      for (const text of [
        '<'.repeat(1e6),
        '<at>'.repeat(1e5),
        '<p '.repeat(1e5),
        '&#'.repeat(1e5),
        '<@A'.repeat(1e5),
        '<a|'.repeat(1e5),
        '\u00a0'.repeat(1e5),
      ]) {
        for (const channelId of ['msteams', 'slack']) {
          expect(
            readUtterance(activity({ channelId, text, entities: Array(1000).fill(mention('<at>')) })).text
              .length,
          ).to.be.at.most(8000);
        }
      }
    }).timeout(2000);
  });

  describe('answers', () => {
    const table: [string, object, { question: string; values: string[] } | undefined][] = [
      ['a button', { value: { question: 'side', choice: 'left' } }, { question: 'side', values: ['left'] }],
      [
        'a button with its label as text',
        { text: 'Left side', value: { question: 'side', choice: 'left' } },
        { question: 'side', values: ['left'] },
      ],
      ['an offer', { value: { choice: 'more' } }, { question: 'message', values: ['more'] }],
      [
        'ticks',
        { value: { question: 'signs', submit: true, items: 'warm,thick' } },
        { question: 'signs', values: ['warm', 'thick'] },
      ],
      [
        'ticks as a list',
        { value: { question: 'signs', items: ['warm', 'thick', 'warm'] } },
        { question: 'signs', values: ['warm', 'thick'] },
      ],
      [
        'nothing ticked, which is not none',
        { value: { question: 'signs', submit: true } },
        { question: 'signs', values: [] },
      ],
      [
        'none, whatever was ticked',
        { value: { question: 'signs', choice: 'none', items: 'warm' } },
        { question: 'signs', values: ['none'] },
      ],
      [
        'a pick from a list',
        { value: { question: 'place', choice: 'boston' } },
        { question: 'place', values: ['boston'] },
      ],
      [
        'an Action.Execute',
        {
          type: 'invoke',
          name: 'adaptiveCard/action',
          value: { action: { type: 'Action.Execute', data: { question: 'side', choice: 'left' } } },
        },
        { question: 'side', values: ['left'] },
      ],
      [
        'no answer in another invoke',
        { type: 'invoke', name: 'signin/verifyState', value: { question: 'side', choice: 'left' } },
        undefined,
      ],
      ['no answer in a value that is not ours', { value: { question: 'side' } }, undefined],
      ['no answer in text', { value: 'left' }, undefined],
      ['no answer in null', { value: null }, undefined],
      ['no answer in a list', { value: [{ question: 'side', choice: 'left' }] }, undefined],
      [
        'no answer in what is no string',
        { value: { question: 'side', choice: { toString: 'left' } } },
        undefined,
      ],
      ['no answer in an endless string', { value: { question: 'side', choice: 'x'.repeat(1e6) } }, undefined],
      [
        'no answer in inherited properties',
        { value: Object.create({ question: 'side', choice: 'left' }) as object },
        undefined,
      ],
      [
        'no answer in a prototype key',
        { value: JSON.parse('{"__proto__": {"question": "side", "choice": "left"}}') as object },
        undefined,
      ],
    ];
    for (const [what, fields, answer] of table) {
      it(what, () => expect(readUtterance(activity(fields)).answer).to.deep.equal(answer));
    }

    it('leave no words, which could be read as symptoms or answer a later question', () => {
      expect(
        readUtterance(activity({ text: 'Chest pain', value: { question: 'old', choice: 'yes' } })).text,
      ).to.equal('');
    });

    it('are not made by ticking a box on Slack, nor are words', () => {
      const tick = {
        type: 'block_actions',
        actions: [
          {
            type: 'checkboxes',
            block_id: 'answer:1:signs',
            action_id: 'ticks',
            selected_options: [{ value: 'warm' }],
          },
        ],
      };
      expect(
        readUtterance(activity({ channelId: 'slack', text: 'warm', channelData: { Payload: tick } })),
      ).to.deep.equal({ text: '', attachments: [] });
    });

    it('on Slack come from Slack only', () => {
      const payload = {
        type: 'block_actions',
        actions: [{ type: 'button', block_id: 'answer:0:side', action_id: 'choice:0', value: 'left' }],
      };
      expect(
        readUtterance(activity({ channelId: 'slack', channelData: { Payload: payload } })).answer,
      ).to.deep.equal({ question: 'side', values: ['left'] });
      expect(
        readUtterance(activity({ channelId: 'directline', text: 'hi', channelData: { Payload: payload } })),
      ).to.deep.equal({ text: 'hi', attachments: [] });
    });

    it('hold at most 200 values', () => {
      const values = readUtterance(
        activity({ value: { question: 'q', items: Array.from({ length: 10_000 }, (_, at) => `v${at}`) } }),
      ).answer?.values;
      expect(values).to.have.length(200);
    });
  });

  it('tells what kind of attachment there is, and leaves out cards and the HTML twin of Teams', () => {
    const types = [
      'image/png',
      'AUDIO/ogg',
      'video/mp4',
      'application/pdf',
      'text/html',
      'application/vnd.microsoft.card.adaptive',
      'application/vnd.microsoft.teams.file.download.info',
    ];
    const attachments = [...types.map((contentType) => ({ contentType })), null, 'x', { contentType: 7 }];
    expect(readUtterance(activity({ attachments })).attachments).to.deep.equal([
      'image',
      'audio',
      'video',
      'file',
      'file',
    ]);
  });

  it('never throws, and gives strings only, whatever was sent', () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.object({
        key: fc.constantFrom(
          'question',
          'choice',
          'items',
          'Payload',
          'actions',
          'type',
          'block_id',
          'action',
          'data',
          '__proto__',
          'text',
          'mentioned',
          'id',
        ),
      }),
    );
    fc.assert(
      fc.property(
        fc.record({
          type: fc.constantFrom('message', 'invoke', 'event'),
          name: fc.constantFrom('adaptiveCard/action', 'x'),
          channelId: fc.constantFrom('msteams', 'slack', 'webchat'),
          text: anything,
          value: anything,
          channelData: anything,
          attachments: anything,
          entities: anything,
          conversation: anything,
          recipient: anything,
        }),
        (fields) => {
          const { text, answer, attachments } = readUtterance(fields as unknown as Partial<Activity>);
          expect(text).to.be.a('string');
          for (const part of [...(answer?.values ?? []), ...attachments]) expect(part).to.be.a('string');
          expect(isGroup(fields as unknown as Partial<Activity>)).to.be.a('boolean');
        },
      ),
    );
  });
});

describe('isGroup', () => {
  const table: [object | null, boolean][] = [
    [{ id: 'c' }, false],
    [{ id: 'c', conversationType: 'personal' }, false],
    [{ id: 'c', conversationType: 'groupChat' }, true],
    [{ id: 'c', conversationType: 'channel' }, true],
    [{ id: 'c', isGroup: true }, true],
    [{ id: 'c', isGroup: 'no' }, false],
    [null, false],
  ];
  for (const [conversation, group] of table) {
    it(`${JSON.stringify(conversation)} is ${group ? 'a group' : 'one person'}`, () => {
      expect(isGroup(activity({ conversation }))).to.equal(group);
    });
  }
});
