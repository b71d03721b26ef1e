/** Keeps the best of what is offered, in order, and no more than so many. */
export class Best<T> {
  readonly kept: T[] = [];

  /** `compare` is negative where the first is the better one; no two are equal. */
  constructor(
    private readonly most: number,
    private readonly compare: (a: T, b: T) => number,
  ) {}

  /** The last that is kept, where as many are kept as may be: who is not better stays out. */
  get worst(): T | undefined {
    return this.kept.length === this.most ? this.kept.at(-1) : undefined;
  }

  offer(one: T): void {
    const { worst } = this;
    if (worst !== undefined && this.compare(one, worst) >= 0) return;
    let from = 0;
    let to = this.kept.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (this.compare(one, this.kept[middle] as T) < 0) to = middle;
      else from = middle + 1;
    }
    this.kept.splice(from, 0, one);
    if (this.kept.length > this.most) this.kept.pop();
  }
}
