import { expect } from 'chai';
import { loadGuide } from '../../../knowledge/guide/load-guide.js';
import type { Embedder } from '../../../knowledge/retrieval/embedder.js';
import { createGuideFinder } from '../../../knowledge/retrieval/guide-finder.js';
import { buildGuideIndex } from '../../../knowledge/retrieval/guide-index.js';
import { searchGuide } from '../../../knowledge/retrieval/guide-search.js';

const index = buildGuideIndex(loadGuide().passages);
const QUESTION = 'Does massage help sciatica?';

/** A model for which a text means how often these words stand in it. */
function meaningOf(...words: string[]): Embedder {
  return {
    embed: async (texts) =>
      texts.map((text) => Float32Array.from(words, (word) => text.toLowerCase().split(word).length - 1)),
  };
}

const failing: Embedder = { embed: async () => undefined };

describe('finding passages', () => {
  it('is by words alone without a model, and where the model fails', async () => {
    const byWords = searchGuide(index, QUESTION, 5);
    expect(await createGuideFinder(index).find(QUESTION, 5)).to.deep.equal(byWords);
    const found = await createGuideFinder(index, failing).find(QUESTION, 5);
    expect(found.hits.map(({ id }) => id)).to.deep.equal(byWords.hits.map(({ id }) => id));
  });

  it('brings up what means the same, where a model says so', async () => {
    const question = 'Is the sheet warm, and does massage help?';
    const finder = createGuideFinder(index, meaningOf('sheet'));
    const before = searchGuide(index, question, 5).hits.map(({ id }) => id);
    const after = (await finder.find(question, 5)).hits.map(({ id }) => id);
    expect(after).not.to.deep.equal(before);
    expect(
      after.some((id) => index.passages.find((passage) => passage.id === id)?.text.includes('sheet')),
    ).to.equal(true);
  });

  it('lets no model decide what the guide answers', async () => {
    const finder = createGuideFinder(index, meaningOf('massage', 'pain', 'doctor'));
    for (const question of [QUESTION, 'How many mg of ibuprofen for pain?', 'Who won the world cup?', '']) {
      const { answerable } = await finder.find(question, 3);
      expect(answerable, question).to.equal(searchGuide(index, question, 3).answerable);
    }
  });

  it('asks for the passages once, and again after a failure', async () => {
    const asked: number[] = [];
    let fails = true;
    const embedder: Embedder = {
      async embed(texts) {
        asked.push(texts.length);
        return fails ? undefined : texts.map(() => Float32Array.of(1, 1));
      },
    };
    const finder = createGuideFinder(index, embedder);
    await finder.find(QUESTION, 3);
    fails = false;
    await finder.find(QUESTION, 3);
    await finder.find(QUESTION, 3);
    expect(asked.filter((count) => count > 1)).to.have.length(2);
  });

  it('does not stumble over vectors of another length', async () => {
    const odd: Embedder = {
      embed: async (texts) => texts.map((_, at) => new Float32Array(texts.length === 1 ? 3 : at % 4)),
    };
    expect((await createGuideFinder(index, odd).find(QUESTION, 5)).hits).to.have.length(5);
  });
});
