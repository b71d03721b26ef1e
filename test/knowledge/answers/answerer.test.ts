import { expect } from 'chai';
import type { AnswerModel } from '../../../knowledge/answers/answer.js';
import { buildAnswerer } from '../../../knowledge/answers/answerer.js';
import { countWords } from '../../../knowledge/answers/split-sentences.js';
import { loadGuide } from '../../../knowledge/guide/load-guide.js';

describe('answering from the guide', () => {
  const { passages } = loadGuide();
  const answerer = buildAnswerer({ passages });
  const asked = [
    'Does massage help neck pain?',
    'Can I say stop during the session?',
    'How much does it cost?',
    'Is massage safe in pregnancy?',
    'What should I wear?',
    'Does massage help sciatica?',
    'How do I check a licence?',
    'Will I be sore after massage?',
    'I take blood thinners, can I have massage?',
    'my gp laughed at me, does this stuff even work',
  ];

  for (const question of asked) {
    it(`answers "${question}" in the guide's own sentences, each with its passage`, async () => {
      const answer = await answerer.answer(question);
      if (answer.kind !== 'answered') throw new Error('not answered');
      expect(answer.wordedBy).to.equal('template');
      expect(countWords(answer.statements.map(({ text }) => text).join(' '))).to.be.within(10, 90);
      const cited = new Set(answer.statements.flatMap((statement) => statement.passages));
      expect([...cited].sort()).to.deep.equal([...answer.passages.keys()]);
      for (const { text, passages: numbers } of answer.statements) {
        expect(text).to.match(/^[\p{Lu}\p{N}"“].*[.!?]["”)]?$/su);
        expect(numbers).to.have.length(1);
      }
      const [first] = answer.statements;
      const source = answer.passages[0]?.text.replace(/\s+/g, ' ') ?? '';
      const lastSentence = first?.text.split(/(?<=[.!?]) /).at(-1) ?? '';
      expect(source).to.include(lastSentence);
    });
  }

  it('says in words how strong the evidence is for a claim', async () => {
    const answer = await answerer.answer('Does massage help sciatica?');
    if (answer.kind !== 'answered') throw new Error('not answered');
    expect(answer.passages[0]?.evidence).to.equal('insufficient');
    expect(answer.statements.map(({ text }) => text)).to.include(
      'There is not enough evidence to be sure of this.',
    );
  });

  it('says under which heading a bare "Yes" or "No" stands', async () => {
    const answer = await answerer.answer('Is it the same as physical therapy?');
    if (answer.kind !== 'answered') throw new Error('not answered');
    expect(answer.statements[0]?.text).to.match(/^The guide on “Is it the same as physical therapy\?” No\./);
  });

  it('says plainly that the guide does not cover a question, and asks no model', async () => {
    let calls = 0;
    const model: AnswerModel = {
      word: async () => {
        calls++;
        return undefined;
      },
    };
    for (const question of ['Who won the world cup?', 'How many mg of ibuprofen can I take?', '', 'hm']) {
      expect(await buildAnswerer({ passages, model }).answer(question)).to.deep.equal({
        kind: 'not_covered',
      });
    }
    expect(calls).to.equal(0);
  });

  it('answers without the model where the model throws', async () => {
    const model: AnswerModel = { word: () => Promise.reject(new Error('down')) };
    const answer = await buildAnswerer({ passages, model }).answer('Does massage help neck pain?');
    expect(answer).to.deep.equal(await answerer.answer('Does massage help neck pain?'));
  });
});
