import { expect } from 'chai';
import { answerFault } from '../../../knowledge/answers/check-answer.js';
import { splitSentences } from '../../../knowledge/answers/split-sentences.js';
import { loadGuide } from '../../../knowledge/guide/load-guide.js';

/** Each turns a sentence of the guide into one that it does not say. */
const TURNS: [said: RegExp, lie: string][] = [
  [/\b(now|today)\b/, 'later'],
  [/\bbefore\b/, 'after'],
  [/\buntil\b/, 'before'],
  [/\bunless\b/, 'until'],
];

describe('a sentence of the guide with its time turned round', () => {
  const { passages } = loadGuide();
  for (const [said, lie] of TURNS) {
    it(`is not shown where ${said.source} became "${lie}"`, () => {
      let tried = 0;
      let honest = 0;
      const shown: string[] = [];
      for (const passage of passages) {
        // Where the passage has the other word as well, it may be a sentence of its own.
        if (new RegExp(`\\b${lie}`, 'i').test(`${passage.heading} ${passage.text}`)) continue;
        for (const sentence of splitSentences(passage.text.replace(/\s+/g, ' '))) {
          if (!said.test(sentence)) continue;
          tried++;
          if (answerFault([{ text: sentence, passages: [1] }], [passage]) === undefined) honest++;
          const text = sentence.replace(said, lie);
          if (answerFault([{ text, passages: [1] }], [passage]) === undefined) shown.push(text);
        }
      }
      expect(honest, 'as it stands it would be shown').to.be.greaterThan(tried * 0.8);
      expect(shown).to.deep.equal([]);
    });
  }
});
