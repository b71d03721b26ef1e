/** How PostgreSQL's binary COPY calls the types of an array's elements (pg_type.oid). */
const ELEMENT = { text: 25, integer: 23, double: 701 } as const;
const NULL = -1;
const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const PIECE_BYTES = 128 * 1024;
/** No field but text is longer than this a value. */
const ROOM = 64;

/**
 * Writes rows as binary COPY reads them, which costs the database half of what text does. Pieces are ready
 * to be sent once `isFull`. https://www.postgresql.org/docs/current/sql-copy.html#id-1.9.3.55.9.4
 */
export class BinaryRows {
  private piece = Buffer.allocUnsafe(PIECE_BYTES * 2);
  private end = SIGNATURE.copy(this.piece);

  get isFull(): boolean {
    return this.end >= PIECE_BYTES;
  }

  /** What was written since the last time. */
  take(): Buffer {
    const taken = this.piece.subarray(0, this.end);
    this.piece = Buffer.allocUnsafe(PIECE_BYTES * 2);
    this.end = 0;
    return taken;
  }

  /** Begins a row of so many fields. */
  row(fields: number): void {
    this.room(ROOM);
    this.int16(fields);
  }

  /** After the last row. */
  finish(): void {
    this.row(-1);
  }

  text(value: string | undefined): void {
    if (value === undefined) {
      this.nothing();
      return;
    }
    // No character of UTF-16 takes more than three bytes of UTF-8.
    this.room(value.length * 3 + ROOM);
    const length = this.piece.write(value, this.end + 4);
    this.int32(length);
    this.end += length;
  }

  /** NaN is NULL, as in all numbers. */
  integer(value: number): void {
    if (Number.isNaN(value)) {
      this.nothing();
      return;
    }
    this.room(ROOM);
    this.int32(4);
    this.int32(value);
  }

  double(value: number): void {
    if (Number.isNaN(value)) {
      this.nothing();
      return;
    }
    this.room(ROOM);
    this.int32(8);
    this.end = this.piece.writeDoubleBE(value, this.end);
  }

  boolean(value: boolean | undefined): void {
    if (value === undefined) {
      this.nothing();
      return;
    }
    this.room(ROOM);
    this.int32(1);
    this.end = this.piece.writeUInt8(value ? 1 : 0, this.end);
  }

  texts(values: readonly string[]): void {
    this.array(values, 'text', (value) => this.text(value));
  }

  integers(values: readonly number[]): void {
    this.array(values, 'integer', (value) => this.integer(value));
  }

  doubles(values: readonly number[]): void {
    this.array(values, 'double', (value) => this.double(value));
  }

  private array<T>(values: readonly T[], type: keyof typeof ELEMENT, write: (value: T) => void): void {
    this.room(ROOM);
    const from = this.end;
    this.int32(0);
    this.int32(values.length > 0 ? 1 : 0);
    this.int32(values.some((value) => Number.isNaN(value)) ? 1 : 0);
    this.int32(ELEMENT[type]);
    if (values.length > 0) {
      this.int32(values.length);
      this.int32(1);
    }
    for (const value of values) write(value);
    this.piece.writeInt32BE(this.end - from - 4, from);
  }

  private nothing(): void {
    this.room(ROOM);
    this.int32(NULL);
  }

  private int16(value: number): void {
    this.end = this.piece.writeInt16BE(value, this.end);
  }

  private int32(value: number): void {
    this.end = this.piece.writeInt32BE(value, this.end);
  }

  private room(bytes: number): void {
    if (this.end + bytes <= this.piece.length) return;
    const larger = Buffer.allocUnsafe((this.end + bytes) * 2);
    this.piece.copy(larger, 0, 0, this.end);
    this.piece = larger;
  }
}
