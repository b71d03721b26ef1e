import { expect } from 'chai';
import { readSourceRequest } from '../../../dialogs/anytime/open-source.js';
import { type Line, talk } from '../support/talk.js';

const agreed: Line[] = [['yes'], ['me'], ['stiff neck for two weeks']];

describe('asking for a source', () => {
  const table: [text: string, number: number | undefined][] = [
    ['source 1', 1],
    ['Show me source 2', 2],
    ['[2]', 2],
    ['open [1]', 1],
    ['passage no 3', 3],
    ['read citation number 2.', 2],
    ['2', undefined],
    ['[2', undefined],
    ['source', undefined],
    ['my pain is 7', undefined],
    ['source 1 is wrong', undefined],
  ];
  for (const [text, number] of table) {
    it(`reads "${text}" as ${number}`, () => expect(readSourceRequest(text)).to.equal(number));
  }

  it('opens the passage behind the number, and goes back to where the patient was', async () => {
    await talk([
      ...agreed,
      [
        'does massage lower stress hormones?',
        /\[1\].*cortisol|cortisol.*\[1\]/s,
        /say for example/,
        /Question \d/,
      ],
      [
        'source 1',
        /You can still feel calmer/,
        /It rests on: .*2004/,
        /Question \d/,
        { not: /not understand/ },
      ],
    ]);
  });

  it('says so where there is no such source', async () => {
    await talk([...agreed, ['will it hurt?'], ['source 9', /no source with that number/, /Question \d/]]);
    await talk([...agreed, ['source 1', /no source with that number/]]);
  });

  it('leaves a bare number to the open question', async () => {
    await talk([...agreed, ['will it hurt?', /Question \d/], ['2', { not: /no source|It rests on/ }]]);
  });
});
