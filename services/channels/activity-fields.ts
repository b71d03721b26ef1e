import { z } from 'zod';

/** Control characters and lone halves of surrogate pairs, which would make two ids one in a store. */
const unsafeInId = /[\p{Cc}\p{Cs}]/u;
export const id = (maxLength: number) =>
  z
    .string()
    .min(1)
    .max(maxLength)
    .refine((text) => !unsafeInId.test(text));

/** Absent and null are the same to channels. */
export const maybe = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === null ? undefined : value), schema.optional());

const record = z.record(z.string(), z.unknown());
export const records = (most: number) => maybe(z.array(record).max(most));

/** A wrong one is left out: it only helps to choose a language or a way of delivery. */
export const orNothing = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

export const locale = orNothing(z.string().regex(/^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,3}$/));

/** What a person says or presses, in whatever channel. How long it may be, the limit of the body says. */
export const contentFields = {
  localTimezone: orNothing(z.string().regex(/^[A-Za-z0-9_+/-]{1,64}$/)),
  locale,
  text: maybe(z.string()),
  textFormat: orNothing(z.enum(['plain', 'markdown', 'xml'])),
  attachments: records(50),
  entities: records(500),
  value: maybe(z.unknown()),
  valueType: maybe(z.string().max(256)),
  name: maybe(z.string().max(256)),
};

export function withoutUndefined(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
