import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPlaces } from '../../../../services/places/create-places.js';
import type { FaultyRow } from '../../../../services/therapists/import/imported-row.js';
import { type ImportFormat, readTherapists } from '../../../../services/therapists/import/read-therapists.js';
import type { Therapist } from '../../../../services/therapists/therapist.js';

export const NOW = new Date('2026-11-20T12:00:00Z');
export const places = createPlaces();

export interface Imported {
  therapists: Therapist[];
  /** "3: price.min: must not be negative". */
  faults: string[];
  lines: number[];
  unread: readonly string[];
  covers: readonly string[] | undefined;
  passedOver: number;
}

/** What a file of that content is read as. */
export async function importText(text: string | Buffer, format: ImportFormat = 'csv'): Promise<Imported> {
  const folder = mkdtempSync(join(tmpdir(), 'therapists-import-'));
  try {
    const file = join(folder, `list.${format}`);
    writeFileSync(file, text);
    const source = await readTherapists(file, format, { places, now: () => NOW });
    const therapists: Therapist[] = [];
    const faulty: FaultyRow[] = [];
    const lines: number[] = [];
    for await (const rows of source.rows) {
      for (const row of rows) {
        if ('therapist' in row) {
          therapists.push(row.therapist);
          lines.push(row.line);
        } else faulty.push(row);
      }
    }
    return {
      therapists,
      lines,
      faults: faulty.map(({ line, reason }) => `${line}: ${reason}`),
      unread: source.unread,
      covers: source.covers,
      passedOver: source.passedOver(),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The code and message of what the work throws. */
export async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    return error instanceof Error && 'code' in error ? `${error.code} ${error.message}` : String(error);
  }
  throw new Error('nothing was thrown');
}
