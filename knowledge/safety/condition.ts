import { z } from 'zod';
import { REGIONS } from '../symptoms/report.js';
import { type Facts, hasConditionNamed, takesAny } from './facts.js';

/**
 * When a rule holds. Every form is monotone: a further finding can make it hold, never stop it from holding.
 * There is deliberately no `not`: an absent finding fires nothing and cancels nothing.
 */
export type Condition =
  | string
  | { all: Condition[] }
  | { any: Condition[] }
  | { atLeast: { of: number; in: Condition[] } }
  | { conditionIs: string[] }
  | { medicationIn: string }
  | PersonCondition
  | ComplaintCondition;

const personConditionSchema = z
  .strictObject({
    ageAtLeast: z.number().optional(),
    ageBelow: z.number().optional(),
    pregnant: z.literal(true).optional(),
    sexIs: z.enum(['female', 'male']).optional(),
  })
  .refine(hasAField, 'name at least one of ageAtLeast, ageBelow, pregnant, sexIs');
/** All that is named must be true of the person; what is unknown of them is not true. */
type PersonCondition = z.infer<typeof personConditionSchema>;

const complaintConditionSchema = z
  .strictObject({
    region: z.array(z.enum(REGIONS)).nonempty().optional(),
    onsetSudden: z.literal(true).optional(),
    gettingWorse: z.literal(true).optional(),
    durationBelowDays: z.number().positive().optional(),
    durationAtLeastDays: z.number().positive().optional(),
    severityAtLeast: z.number().min(1).max(10).optional(),
  })
  .refine(
    hasAField,
    'name at least one of region, onsetSudden, gettingWorse, durationBelowDays, severityAtLeast',
  );
/** All that is named must be true of one and the same complaint. */
type ComplaintCondition = z.infer<typeof complaintConditionSchema>;

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.string().regex(/^[a-z][a-z0-9_]*$/, 'a concept id is written in snake_case'),
    z.strictObject({ all: z.array(conditionSchema).nonempty() }),
    z.strictObject({ any: z.array(conditionSchema).nonempty() }),
    z.strictObject({
      atLeast: z.strictObject({ of: z.number().int().positive(), in: z.array(conditionSchema).nonempty() }),
    }),
    z.strictObject({ conditionIs: z.array(z.string()).nonempty() }),
    z.strictObject({ medicationIn: z.string() }),
    personConditionSchema,
    complaintConditionSchema,
  ]),
);

/** The concepts that make the condition hold, or undefined where it does not. A region or an age adds none. */
export function whatHolds(condition: Condition, facts: Facts): string[] | undefined {
  if (typeof condition === 'string') return facts.concepts.has(condition) ? [condition] : undefined;
  if ('all' in condition) return atLeast(condition.all, condition.all.length, facts);
  if ('any' in condition) return atLeast(condition.any, 1, facts);
  if ('atLeast' in condition) return atLeast(condition.atLeast.in, condition.atLeast.of, facts);
  if ('conditionIs' in condition) return emptyIf(hasConditionNamed(facts, condition.conditionIs));
  if ('medicationIn' in condition) return emptyIf(takesAny(facts, condition.medicationIn));
  if (isAboutPerson(condition)) return emptyIf(personFits(condition, facts));
  return emptyIf(facts.complaints.some((complaint) => complaintFits(condition, complaint)));
}

/** Every concept a condition names, for cross-checking and for knowing what a rule is about. */
export function conceptsNamed(condition: Condition): string[] {
  if (typeof condition === 'string') return [condition];
  return partsOf(condition).flatMap(conceptsNamed);
}

/** Every medication class a condition names. */
export function medicationClassesNamed(condition: Condition): string[] {
  if (typeof condition === 'string') return [];
  if ('medicationIn' in condition) return [condition.medicationIn];
  return partsOf(condition).flatMap(medicationClassesNamed);
}

function partsOf(condition: Exclude<Condition, string>): Condition[] {
  if ('all' in condition) return condition.all;
  if ('any' in condition) return condition.any;
  return 'atLeast' in condition ? condition.atLeast.in : [];
}

function atLeast(conditions: Condition[], wanted: number, facts: Facts): string[] | undefined {
  const holding = conditions.map((part) => whatHolds(part, facts)).filter((part) => part !== undefined);
  return holding.length >= wanted ? [...new Set(holding.flat())] : undefined;
}

function emptyIf(holds: boolean): string[] | undefined {
  return holds ? [] : undefined;
}

function isAboutPerson(condition: PersonCondition | ComplaintCondition): condition is PersonCondition {
  return Object.keys(condition).every((key) => key in personConditionSchema.shape);
}

function personFits(condition: PersonCondition, facts: Facts): boolean {
  const { ageAtLeast, ageBelow, pregnant, sexIs } = condition;
  if (ageAtLeast !== undefined && !(facts.age !== undefined && facts.age >= ageAtLeast)) return false;
  if (ageBelow !== undefined && !(facts.age !== undefined && facts.age < ageBelow)) return false;
  if (pregnant && !facts.pregnant) return false;
  return sexIs === undefined || facts.sex === sexIs;
}

function complaintFits(condition: ComplaintCondition, complaint: Facts['complaints'][number]): boolean {
  const { region, onsetSudden, gettingWorse, durationBelowDays, durationAtLeastDays, severityAtLeast } =
    condition;
  if (region && !region.includes(complaint.region)) return false;
  if (onsetSudden && complaint.onset !== 'sudden') return false;
  if (gettingWorse && complaint.course !== 'worse') return false;
  const [shortest, longest] = complaint.durationDays ?? [];
  if (durationBelowDays !== undefined && !(shortest !== undefined && shortest < durationBelowDays))
    return false;
  if (durationAtLeastDays !== undefined && !(longest !== undefined && longest >= durationAtLeastDays))
    return false;
  return severityAtLeast === undefined || (complaint.severity ?? 0) >= severityAtLeast;
}

function hasAField(value: object): boolean {
  return Object.keys(value).length > 0;
}
