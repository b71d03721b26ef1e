export interface BreakerOptions {
  /** Opens after so many failures in a row. */
  failures: number;
  /** Then lets one call through after so long, in milliseconds. */
  coolDownMs: number;
  /** Milliseconds from any fixed moment, never going back. */
  now: () => number;
}

/**
 * Spares people the wait for an endpoint that is down. Closed, it lets every call through. Open, none. After the
 * cool-down it is half open: one call is let through and decides; the others are held back meanwhile.
 */
export class CircuitBreaker {
  private failuresInARow = 0;
  private openedAt: number | undefined;
  private probing = false;

  constructor(private readonly options: BreakerOptions) {}

  /** Whether a call may be made now. Who gets a yes must report `succeeded`, `failed` or `gaveUp`. */
  allows(): boolean {
    if (this.openedAt === undefined) return true;
    if (this.probing || this.options.now() - this.openedAt < this.options.coolDownMs) return false;
    this.probing = true;
    return true;
  }

  succeeded(): void {
    this.failuresInARow = 0;
    this.openedAt = undefined;
    this.probing = false;
  }

  /** The call was ended by us before it could tell: the next one decides. */
  gaveUp(): void {
    this.probing = false;
  }

  failed(): void {
    this.failuresInARow++;
    if (this.probing || this.failuresInARow >= this.options.failures) this.openedAt = this.options.now();
    this.probing = false;
  }
}
