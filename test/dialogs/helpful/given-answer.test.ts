import { expect } from 'chai';
import { counterOf, readCounter } from '../../../dialogs/helpful/counter.js';
import { judge, withAnswer } from '../../../dialogs/helpful/given-answer.js';

describe('what is said of an answer', () => {
  const given = withAnswer(withAnswer(undefined, 'a', ['one#x', 'two#y', 'one#x']), 'b', ['two#y']);

  it('counts once for each passage that the answer cites', () => {
    const judged = judge(given, 'a', 'no');
    expect(judged?.counts).to.deep.equal({ 'not-helpful/one#x': 1, 'not-helpful/two#y': 1 });
  });

  it('counts nothing a second time, and moves where a mind is changed', () => {
    const once = judge(given, 'b', 'no')?.given;
    expect(judge(once, 'b', 'no')?.counts).to.deep.equal({});
    expect(judge(once, 'b', 'yes')?.counts).to.deep.equal({ 'helpful/two#y': 1, 'not-helpful/two#y': -1 });
  });

  it('leaves the other answers as they were', () => {
    expect(judge(given, 'b', 'yes')?.given).to.deep.equal([given[0], { ...given[1], verdict: 'yes' }]);
  });

  it('counts nothing for an answer that is not remembered', () => {
    expect(judge(given, 'c', 'yes')).to.equal(undefined);
    expect(judge(undefined, 'a', 'yes')).to.equal(undefined);
    const later = Array.from({ length: 20 }).reduce<typeof given>(
      (answers, _, at) => withAnswer(answers, `later-${at}`, []),
      given,
    );
    expect(judge(later, 'a', 'yes')).to.equal(undefined);
  });

  it('is read back from the name of its counter', () => {
    for (const verdict of ['yes', 'no'] as const)
      expect(readCounter(counterOf('page#a/b', verdict))).to.deep.equal({ passage: 'page#a/b', verdict });
    expect(readCounter('something-else')).to.equal(undefined);
  });
});
