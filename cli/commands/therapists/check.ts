import { createPlaces } from '../../../services/places/create-places.js';
import { auditDirectory } from '../../../services/therapists/audit/audit-directory.js';
import { servedDirectory } from './directories.js';
import { print } from './print.js';

/** A line for everything that should be looked at: `id: field: what`. Returns whether there is nothing. */
export async function check({ json = false }: { json?: boolean }): Promise<boolean> {
  const directory = await servedDirectory();
  let records = 0;
  let count = 0;

  async function* lines(): AsyncGenerator<string> {
    const audit = auditDirectory(directory.all(), { places: createPlaces(), now: new Date() });
    for await (const { id, faults } of audit) {
      records++;
      count += faults.length;
      for (const { field, fault } of faults)
        yield json ? `${JSON.stringify({ id, field, fault })}\n` : `${id}: ${field}: ${fault}\n`;
    }
    if (!json) yield summary(await directory.size());
  }

  function summary(size: number): string {
    const all = size.toLocaleString('en');
    return count === 0
      ? `${all} therapists, and nothing to look at.\n`
      : `${count.toLocaleString('en')} to look at, in ${records.toLocaleString('en')} of ${all} therapists.\n`;
  }

  await print(lines());
  return count === 0;
}
