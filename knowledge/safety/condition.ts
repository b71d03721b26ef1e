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
  return holds(condition, facts) ? [...new Set(conceptsHolding(condition, facts))] : undefined;
}

/** Whether it holds. Hundreds are tried for every message, and most do not. */
export function holds(condition: Condition, facts: Facts): boolean {
  return typeof condition === 'string' ? facts.concepts.has(condition) : testOf(condition)(facts);
}

type Test = (facts: Facts) => boolean;
const tests = new WeakMap<object, Test>();

/** The condition as a function, which is told apart from the other forms once and not each time. */
function testOf(condition: Exclude<Condition, string>): Test {
  let test = tests.get(condition);
  if (!test) {
    test = newTest(condition);
    tests.set(condition, test);
  }
  return test;
}

function newTest(condition: Condition): Test {
  if (typeof condition === 'string') return (facts) => facts.concepts.has(condition);
  const parts = partsOf(condition).map(newTest);
  if ('all' in condition) return (facts) => parts.every((part) => part(facts));
  if ('any' in condition) return (facts) => parts.some((part) => part(facts));
  if ('atLeast' in condition) {
    const wanted = condition.atLeast.of;
    return (facts) => parts.filter((part) => part(facts)).length >= wanted;
  }
  if ('conditionIs' in condition) return (facts) => hasConditionNamed(facts, condition.conditionIs);
  if ('medicationIn' in condition) return (facts) => takesAny(facts, condition.medicationIn);
  if (isAboutPerson(condition)) return (facts) => personFits(condition, facts);
  return (facts) => facts.complaints.some((complaint) => complaintFits(condition, complaint));
}

/** Of a condition that holds. */
function conceptsHolding(condition: Condition, facts: Facts): string[] {
  if (typeof condition === 'string') return [condition];
  return partsOf(condition)
    .filter((part) => holds(part, facts))
    .flatMap((part) => conceptsHolding(part, facts));
}

/** Whether it can hold only where some concept that it names is present. */
export function needsConcept(condition: Condition): boolean {
  if (typeof condition === 'string') return true;
  const parts = partsOf(condition);
  if ('all' in condition) return parts.some(needsConcept);
  if ('any' in condition) return parts.every(needsConcept);
  if ('atLeast' in condition)
    return parts.filter((part) => !needsConcept(part)).length < condition.atLeast.of;
  return false;
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

function isAboutPerson(condition: PersonCondition | ComplaintCondition): condition is PersonCondition {
  for (const key in condition) return key in personConditionSchema.shape;
  return false;
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
