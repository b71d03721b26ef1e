import { expect } from 'chai';
import { Latest } from '../../../bots/turn/latest.js';

describe('the latest message of a conversation', () => {
  it('is overtaken by the next one of the same conversation only', () => {
    const latest = new Latest();
    const first = latest.begin('a', 'm1');
    const elsewhere = latest.begin('b', 'm1');
    expect(first.aborted).to.equal(false);
    const second = latest.begin('a', 'm2');
    expect([first.aborted, elsewhere.aborted, second.aborted]).to.deep.equal([true, false, false]);
  });

  it('is not overtaken by itself, sent again', () => {
    const latest = new Latest();
    const first = latest.begin('a', 'm1');
    expect(latest.begin('a', 'm1')).to.equal(first);
    expect(first.aborted).to.equal(false);
  });

  it('is forgotten at its end, and not by the end of the one before', () => {
    const latest = new Latest();
    const first = latest.begin('a', 'm1');
    const second = latest.begin('a', 'm2');
    latest.end('a', first);
    latest.begin('a', 'm3');
    expect(second.aborted).to.equal(true);
    latest.end('a', undefined);
  });

  it('is not overtaken once it is answered', () => {
    const latest = new Latest();
    const first = latest.begin('a', 'm1');
    latest.end('a', first);
    latest.begin('a', 'm2');
    expect(first.aborted).to.equal(false);
  });
});
