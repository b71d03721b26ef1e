import { cellsOf, exportedColumns } from '../../../services/therapists/columns/write-cells.js';
import type { Therapist } from '../../../services/therapists/therapist.js';
import { servedDirectory } from './directories.js';
import { existing } from './existing.js';
import { print } from './print.js';

/** One therapist, in the words of the columns or as JSON. */
export async function show(id: string, { json = false }: { json?: boolean }): Promise<void> {
  const therapist = await existing(await servedDirectory(), id);
  await print([json ? `${JSON.stringify(therapist, null, 2)}\n` : described(therapist)]);
}

/** "phone: +1-617-555-0142" for each column that has something. */
export function described(therapist: Therapist): string {
  const cells = cellsOf(therapist);
  return exportedColumns
    .flatMap(({ column }, index) => (cells[index] ? [`${column}: ${cells[index]}\n`] : []))
    .join('');
}
