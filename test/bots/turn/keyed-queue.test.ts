import { expect } from 'chai';
import { KeyedQueue } from '../../../bots/turn/keyed-queue.js';

function gate() {
  let open: () => void = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, passed };
}

describe('a keyed queue', () => {
  it('runs the work of one key one after the other, in the order it came', async () => {
    const queue = new KeyedQueue();
    const { open, passed } = gate();
    const log: string[] = [];
    const first = queue.run('a', async () => {
      log.push('first begins');
      await passed;
      log.push('first ends');
    });
    const second = queue.run('a', async () => log.push('second'));
    const third = queue.run('a', async () => log.push('third'));
    await new Promise(setImmediate);
    expect(log).to.deep.equal(['first begins']);
    open();
    await Promise.all([first, second, third]);
    expect(log).to.deep.equal(['first begins', 'first ends', 'second', 'third']);
  });

  it('lets no key wait for another', async () => {
    const queue = new KeyedQueue();
    const { open, passed } = gate();
    const stuck = queue.run('a', () => passed);
    expect(await queue.run('b', async () => 'done')).to.equal('done');
    open();
    await stuck;
  });

  it('goes on after work that failed, and gives each its own result', async () => {
    const queue = new KeyedQueue();
    const failing = queue.run('a', () => Promise.reject(new Error('broke')));
    const next = queue.run('a', async () => 'next');
    expect(await failing.catch((error: Error) => error.message)).to.equal('broke');
    expect(await next).to.equal('next');
  });

  it('remembers no key that has nothing to do', async () => {
    const queue = new KeyedQueue();
    const { open, passed } = gate();
    const works = Array.from({ length: 100 }, (_, index) => queue.run(`key ${index % 10}`, () => passed));
    works.push(queue.run('failing', () => passed.then(() => Promise.reject(new Error('broke')))));
    expect(queue.size).to.equal(11);
    open();
    await Promise.allSettled(works);
    expect(queue.size).to.equal(0);
  });
});
