import { closeSync, existsSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { CodedError } from '../../../knowledge/coded-error.js';
import { shownPath } from '../../../knowledge/data-file.js';
import { csvRow } from '../../../services/therapists/columns/csv-text.js';
import type { FaultyRow } from '../../../services/therapists/import/imported-row.js';

const HEADER = csvRow(['line', 'id', 'name', 'reason']);

/** "list.rejected.csv" beside "list.csv". */
export function rejectedFileOf(file: string): string {
  return `${file.replace(/\.[a-z0-9]{1,6}$/i, '')}.rejected.csv`;
}

/** The file of rejected rows, which comes into being with the first of them. */
export class RejectedFile {
  private file: number | undefined;

  constructor(readonly path: string) {}

  /** @throws CodedError REJECTED_UNWRITABLE */
  add({ line, id = '', name = '', reason }: FaultyRow): void {
    this.writing(() => {
      if (this.file === undefined) {
        this.file = openSync(this.path, 'w');
        writeSync(this.file, HEADER);
      }
      writeSync(this.file, csvRow([String(line), visible(id), visible(name), reason]));
    });
  }

  close(): void {
    const { file } = this;
    this.file = undefined;
    if (file !== undefined) this.writing(() => closeSync(file));
  }

  /** Where no row was rejected: what the file of an earlier run says is no longer so. */
  removeEarlier(): void {
    this.writing(() => {
      if (existsSync(this.path) && readFileSync(this.path, 'utf8').startsWith(HEADER)) rmSync(this.path);
    });
  }

  private writing(work: () => void): void {
    try {
      work();
    } catch (cause) {
      const code = cause instanceof Error && 'code' in cause ? cause.code : 'unknown reason';
      throw new CodedError(
        'REJECTED_UNWRITABLE',
        `${shownPath(this.path)}: the rejected rows cannot be written (${code}); name another file with --rejected`,
        { cause },
      );
    }
  }
}

function visible(text: string): string {
  return text.replace(/\p{C}/gu, ' ');
}
