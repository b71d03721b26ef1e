import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPlaces } from '../../../../services/places/create-places.js';
import type { FaultyRow } from '../../../../services/therapists/import/imported-row.js';
import { type ImportFormat, readTherapists } from '../../../../services/therapists/import/read-therapists.js';
import type { Therapist } from '../../../../services/therapists/therapist.js';

export const NOW = new Date('2026-11-20T12:00:00Z');
export const places = createPlaces();

/** Does the work with a file of that content. */
export async function withFile<T>(text: string | Buffer, work: (file: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'therapists-import-'));
  try {
    const file = join(folder, 'list.csv');
    writeFileSync(file, text);
    return await work(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

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
export function importText(text: string | Buffer, format: ImportFormat = 'csv'): Promise<Imported> {
  return withFile(text, async (file) => {
    const source = await readTherapists(file, format, { places, now: () => NOW });
    const therapists: Therapist[] = [];
    const faulty: FaultyRow[] = [];
    const lines: number[] = [];
    for await (const rows of source.rows) {
      for (const row of rows) {
        if ('reason' in row) faulty.push(row);
        else {
          therapists.push(row.therapist);
          lines.push(row.line);
        }
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
  });
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
