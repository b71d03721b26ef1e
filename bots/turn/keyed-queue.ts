/** Runs the work of one key in the order it came, one after the other; other keys do not wait. */
export class KeyedQueue {
  private readonly last = new Map<string, Promise<unknown>>();

  /** How many keys have work running or waiting. */
  get size(): number {
    return this.last.size;
  }

  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(key);
    const mine = before ? before.then(work, work) : work();
    this.last.set(key, mine);
    const leave = () => {
      if (this.last.get(key) === mine) this.last.delete(key);
    };
    mine.then(leave, leave);
    return mine;
  }
}
