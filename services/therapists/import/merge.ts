import type { Credential, Therapist } from '../therapist.js';
import type { DraftSource } from './imported-row.js';

type Fields = Record<string, unknown>;

/** What becomes of a record that is there already when a file tells of the same therapist. */
export function mergerFor({
  covers,
  fillsIn,
}: Pick<DraftSource, 'covers' | 'fillsIn'>): (standing: Therapist, incoming: Therapist) => Therapist {
  if (!covers) return (_standing, incoming) => incoming;
  if (!fillsIn) return (standing, incoming) => withCovered(standing, incoming, covers);
  return (standing, incoming) =>
    standing.source === incoming.source
      ? withCovered(standing, { ...incoming, ...keptCredentials(standing, incoming) }, covers)
      : filledIn(standing, incoming, covers);
}

/** The standing record with the fields that the file speaks about as the file has them, or without them. */
function withCovered(standing: Therapist, incoming: Therapist, covers: readonly string[]): Therapist {
  const merged = structuredClone(standing) as Fields;
  for (const path of covers) put(merged, path, at(incoming, path));
  return merged as Therapist;
}

/** The standing record with what it lacks. */
function filledIn(standing: Therapist, incoming: Therapist, covers: readonly string[]): Therapist {
  return withCovered(
    standing,
    incoming,
    covers.filter((path) => at(standing, path) === undefined && path !== 'source' && path !== 'updatedAt'),
  );
}

/**
 * A register knows which licences there are; when they end and who looked them up, somebody may have added to
 * the record by hand.
 */
function keptCredentials(standing: Therapist, incoming: Therapist): Pick<Therapist, 'credentials'> {
  const known = new Map(standing.credentials?.map((credential) => [licenceKey(credential), credential]));
  const credentials = incoming.credentials?.map((credential) => ({
    ...known.get(licenceKey(credential)),
    ...credential,
  }));
  return credentials ? { credentials } : {};
}

function licenceKey({ licenceNumber, state }: Credential): string {
  return `${state ?? ''}|${licenceNumber ?? ''}`;
}

function at(therapist: Therapist, path: string): unknown {
  const [outer = '', inner] = path.split('.');
  const value = (therapist as Fields)[outer];
  return inner === undefined ? value : (value as Fields | undefined)?.[inner];
}

function put(fields: Fields, path: string, value: unknown): void {
  const [outer = '', inner] = path.split('.');
  if (inner === undefined) {
    if (value === undefined) delete fields[outer];
    else fields[outer] = value;
    return;
  }
  const { [inner]: _, ...others } = (fields[outer] ?? {}) as Fields;
  const changed = value === undefined ? others : { ...others, [inner]: value };
  if (Object.keys(changed).length === 0) delete fields[outer];
  else fields[outer] = changed;
}
