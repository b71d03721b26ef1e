/** Bytes that arrive in parts and are wanted as one text; more than `most` are counted and not kept. */
export class HeldBytes {
  private parts: Buffer[] = [];
  private length = 0;

  constructor(private readonly most: number) {}

  keep(part: Buffer): void {
    this.length += part.length;
    if (this.length > this.most) this.parts = [];
    else if (part.length > 0) this.parts.push(part);
  }

  /** The text, which is then no longer held; undefined where it was too long. */
  take(): string | undefined {
    const text = this.length > this.most ? undefined : Buffer.concat(this.parts).toString('utf8');
    this.parts = [];
    this.length = 0;
    return text;
  }
}

/** A record with 500 reviews of 4,000 characters has room in it. */
export const MAX_RECORD_BYTES = 1 << 23;
export const TOO_LONG = 'the record is longer than eight megabytes';
