import { z } from 'zod';
import { projectPath, readDataFile } from '../../../knowledge/data-file.js';

const points = z.int().min(0).max(1000);
const positive = z.number().positive();

const shape = z.strictObject({
  radiusStepsKm: z
    .array(positive)
    .min(1)
    .refine(
      (steps) => steps.every((step, i) => i === 0 || step > (steps[i - 1] ?? 0)),
      'each step must be wider',
    ),
  enough: z.int().min(1),
  limit: z.int().min(1),
  fit: z.strictObject({ foremost: points, another: points, further: points, furtherAtMost: points }),
  experience: z.strictObject({
    yearsAPoint: positive,
    atMost: points,
    yearsInPracticeAPoint: positive,
    yearsInPracticeAtMost: points,
  }),
  distance: z.strictObject({ atMost: points, kmAPoint: positive }),
  licence: z.strictObject({
    verified: points,
    unexpired: points,
    unknown: points,
    expired: z.int().max(0),
    verifiedWithinDays: positive,
  }),
  accepting: z.strictObject({ yes: points, unknown: points, no: points }),
  freshness: z.strictObject({ recentDays: positive, recent: points, agingDays: positive, aging: points }),
  rating: z.strictObject({
    atMost: points,
    from: z.number().min(0).max(4.9),
    priorAverage: z.number().min(0).max(5),
    priorCount: positive,
  }),
});

export type Weights = z.infer<typeof shape>;

export const weightsSchema = shape.refine((weights) => -weights.licence.expired > most(weights), {
  path: ['licence', 'expired'],
  message:
    'must take away more than all other points together, so that no expired licence ranks above a valid one',
});

/** The most that a therapist whose licence expired could have. */
function most({ fit, experience, distance, accepting, freshness, rating }: Omit<Weights, 'licence'>): number {
  return (
    Math.max(fit.foremost, fit.another) +
    fit.furtherAtMost +
    Math.max(experience.atMost, experience.yearsInPracticeAtMost) +
    distance.atMost +
    Math.max(accepting.yes, accepting.unknown, accepting.no) +
    Math.max(freshness.recent, freshness.aging) +
    rating.atMost
  );
}

export const weights: Weights = readDataFile(
  projectPath('services', 'therapists', 'match', 'weights.yaml'),
  weightsSchema,
);
