export interface Rate {
  /** How many may come at once. */
  burst: number;
  /** How many an hour after that. */
  perHour: number;
}

const HOUR = 60 * 60 * 1000;
const MOST_KEYS = 20_000;

/**
 * So many events a key, with one number kept for each (the generic cell rate algorithm). Memory is bounded: of
 * too many keys, those least recently seen are forgotten, which can only let through more than the rate.
 */
export class RateLimit {
  readonly #interval: number;
  readonly #tolerance: number;
  /** When the key's events so far are worked off, in milliseconds; the least recently seen first. */
  readonly #workedOff = new Map<string, number>();

  /** @param clock milliseconds since 1970 */
  constructor(
    { burst, perHour }: Rate,
    private readonly clock: () => number,
    private readonly mostKeys = MOST_KEYS,
  ) {
    this.#interval = HOUR / perHour;
    this.#tolerance = this.#interval * (burst - 1);
  }

  get size(): number {
    return this.#workedOff.size;
  }

  /** Counts one event. @returns 0 where it may pass, else the seconds to wait */
  take(key: string): number {
    const now = this.clock();
    const longest = now + this.#tolerance + this.#interval;
    // A clock that was set back must not lock anyone out for longer than a full burst would.
    const workedOff = Math.min(Math.max(this.#workedOff.get(key) ?? now, now), longest);
    this.#workedOff.delete(key);
    const early = workedOff - this.#tolerance - now;
    this.#workedOff.set(key, early > 0 ? workedOff : workedOff + this.#interval);
    if (this.#workedOff.size > this.mostKeys) this.#forgetOldest();
    return early > 0 ? Math.ceil(early / 1000) : 0;
  }

  #forgetOldest(): void {
    for (const key of this.#workedOff.keys()) {
      this.#workedOff.delete(key);
      return;
    }
  }
}
