import { CodedError } from '../../../knowledge/coded-error.js';
import type { Places } from '../../places/places.js';
import type { Column } from '../columns/columns.js';
import { coveredBy, type Draft, draftReader } from '../columns/draft-reader.js';
import { cellsOf, exportedColumns } from '../columns/write-cells.js';
import type { EditableDirectory } from '../editable-directory.js';
import { checkDraft, latestDay } from '../import/check/check-draft.js';
import { Locator } from '../import/check/locate.js';
import { mergerFor } from '../import/merge.js';
import type { Therapist } from '../therapist.js';

export interface EditServices {
  directory: EditableDirectory;
  places: Places;
  now: Date;
}

/**
 * Adds a therapist told by columns.
 * @throws CodedError THERAPIST_INVALID, THERAPIST_EXISTS
 */
export async function addTherapist(
  assigned: ReadonlyMap<Column, string>,
  { directory, places, now }: EditServices,
): Promise<Therapist> {
  const draft = { source: 'manual', updatedAt: now.toISOString(), ...draftWith(assigned) };
  const therapist = await checked(draft, places, now);
  const { added } = await directory.upsert([therapist], { dryRun: true });
  if (added === 0) {
    throw new CodedError(
      'THERAPIST_EXISTS',
      `there is a therapist with the id "${therapist.id}"${therapist.npi ? ' or the same NPI' : ''} already; use "therapists edit", or give another id`,
    );
  }
  await directory.upsert([therapist]);
  return therapist;
}

/**
 * Changes what is assigned and leaves all else as it is. A new place brings new coordinates.
 * @throws CodedError THERAPIST_INVALID
 */
export async function editTherapist(
  standing: Therapist,
  assigned: ReadonlyMap<Column, string>,
  { directory, places, now }: EditServices,
): Promise<Therapist> {
  const fields = fieldsOf(assigned);
  if (fields.has('id'))
    throw new CodedError(
      'THERAPIST_INVALID',
      'id: stays as it is; add the therapist anew and remove this one',
    );
  const changed = { ...draftWith(assigned, standing), id: standing.id };
  const draft = fields.has('updatedAt') ? changed : { ...changed, updatedAt: now.toISOString() };
  const incoming = await checked(draft, places, now);
  const covers = [...new Set([...assigned.keys()].map(coveredBy)), 'updatedAt'];
  const merge = mergerFor({ covers });
  await directory.upsert([incoming], { merge });
  return merge(standing, incoming);
}

async function checked(draft: Draft, places: Places, now: Date): Promise<Therapist> {
  const lost = await new Locator(places).locate(draft);
  const result = lost === undefined ? checkDraft(draft, latestDay(now)) : { reason: lost };
  if ('reason' in result) throw new CodedError('THERAPIST_INVALID', result.reason);
  return result.therapist;
}

/** The draft of a record, or of none, once these columns say something else. */
function draftWith(assigned: ReadonlyMap<Column, string>, standing?: Therapist): Draft {
  const columns = [...new Set([...exportedColumns, ...assigned.keys()])];
  const cells = standing ? cellsOf(standing) : [];
  const outdated = outdatedBy(fieldsOf(assigned));
  return (
    draftReader(columns)(
      columns.map(
        (column, index) => assigned.get(column) ?? (outdated.has(column.field) ? '' : (cells[index] ?? '')),
      ),
    ) ?? {}
  );
}

function fieldsOf(assigned: ReadonlyMap<Column, string>): Set<string> {
  return new Set([...assigned.keys()].map(({ field }) => field));
}

const PLACE = ['postcode', 'city', 'region', 'country'].map((part) => `location.${part}`);

/** Fields that are no longer so once others change: a new place is looked up again, a part of a name is the name. */
function outdatedBy(fields: ReadonlySet<string>): Set<string> {
  const outdated = new Set<string>();
  if (PLACE.some((field) => fields.has(field)) && !fields.has('location.lat') && !fields.has('location.lon'))
    for (const field of ['location.lat', 'location.lon']) outdated.add(field);
  if (fields.has('location.postcode')) outdated.add('location.region');
  if (fields.has('first') || fields.has('last')) outdated.add('name');
  return outdated;
}
