import { expect } from 'chai';
import { progressBar } from '../../cli/progress-bar.js';

function barOn(isTTY: boolean) {
  const written: string[] = [];
  let time = 0;
  const stream = { isTTY, write: (text: string) => written.push(text) > 0 };
  const bar = progressBar(200, stream, () => time);
  return {
    written,
    bar,
    later: (ms: number) => {
      time += ms;
    },
  };
}

describe('the progress bar', () => {
  it('fills one line of a terminal, and leaves it empty at the end', () => {
    const { bar, written, later } = barOn(true);
    bar.show(0, '0 rows');
    later(200);
    bar.show(100, '1,000 rows');
    bar.clear();
    expect(written).to.deep.equal([
      `\r\x1b[K[${'-'.repeat(30)}]   0% 0 rows`,
      `\r\x1b[K[${'#'.repeat(15)}${'-'.repeat(15)}]  50% 1,000 rows`,
      '\r\x1b[K',
    ]);
  });

  it('is drawn ten times a second at most', () => {
    const { bar, written, later } = barOn(true);
    for (let step = 0; step < 100; step++) {
      bar.show(step, 'rows');
      later(10);
    }
    expect(written).to.have.length(10);
  });

  it('writes nothing where there is no terminal, and nothing where it was never shown', () => {
    const file = barOn(false);
    file.bar.show(100, 'rows');
    file.bar.clear();
    const idle = barOn(true);
    idle.bar.clear();
    expect([...file.written, ...idle.written]).to.deep.equal([]);
  });
});
