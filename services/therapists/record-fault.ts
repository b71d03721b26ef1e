import type { z } from 'zod';

/** The first thing that is wrong with a record: the field and what it must be. It never quotes the record. */
export function recordFault(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue?.code === 'unrecognized_keys') {
    const names = issue.keys.filter((key) => /^\w{1,60}$/.test(key)).join(', ');
    return `${[...issue.path.map(String), names || 'a field'].join('.')} is not a field of the record`;
  }
  if (issue?.code === 'invalid_type' && issue.message.endsWith('received undefined'))
    return `${issue.path.map(String).join('.')}: is missing`;
  return `${issue?.path.map(String).join('.') || 'the record'}: ${issue?.message ?? 'is not valid'}`;
}
