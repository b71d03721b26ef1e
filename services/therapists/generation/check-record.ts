import { recordFault } from '../record-fault.js';
import { type Therapist, therapistSchema } from '../therapist.js';
import { directoryFault } from './directory-fault.js';

/** @throws CodedError DIRECTORY_INVALID, naming the record, by its position from 0 where it stands in a file. */
export function checkRecord(record: unknown, path: string, position?: number): Therapist {
  const result = therapistSchema.safeParse(record);
  if (result.success) return result.data;
  throw directoryFault(path, `${nameOf(record, position)}: ${recordFault(result.error)}`, result.error);
}

/** 'record 3 (id "boston-rivera")': the position first, since an id can itself be wrong. */
function nameOf(record: unknown, position: number | undefined): string {
  const id = typeof record === 'object' && record !== null && 'id' in record ? record.id : undefined;
  const readable = typeof id === 'string' && /^[\w.-]{1,100}$/.test(id);
  return `record${position === undefined ? '' : ` ${position + 1}`}${readable ? ` (id "${id}")` : ''}`;
}
