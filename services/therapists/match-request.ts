import { z } from 'zod';
import { CodedError } from '../../knowledge/coded-error.js';
import type { Place, Places } from '../places/places.js';
import type { MatchQuery, TherapistDirectory } from './directory.js';

const word = z.string().min(1).max(100);
const words = z.array(word).max(50);

/** One line of the batch command `match`. */
export const matchRequestSchema = z.strictObject({
  id: z.union([z.string(), z.number()]),
  near: z.union([
    z.strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }),
    z.strictObject({ place: z.string().min(1).max(10_000) }),
  ]),
  radiusKm: z.number().positive().max(20_100).optional(),
  specialties: words.optional(),
  modalities: words.optional(),
  languages: words.optional(),
  gender: word.optional(),
  insurance: word.optional(),
  accepting: z.boolean().optional(),
  price: z
    .strictObject({ atMost: z.number().nonnegative(), currency: z.string().regex(/^[A-Za-z]{3}$/) })
    .optional(),
  accessibility: words.optional(),
  withoutReferral: z.boolean().optional(),
  limit: z.int().min(1).max(1000).optional(),
});
export type MatchRequest = z.infer<typeof matchRequestSchema>;

export type MatchReply = { id: MatchRequest['id'] } & (
  | { matches: { therapistId: string; distanceKm: number; score: number; reasons: string[] }[] }
  /** The place is ambiguous: ask again with one of these. */
  | { choices: Place[] }
);

/**
 * Answers one request.
 * @throws CodedError PLACE_UNKNOWN, and what the directory throws.
 */
export async function answerMatchRequest(
  request: MatchRequest,
  { directory, places }: { directory: TherapistDirectory; places: Places },
): Promise<MatchReply> {
  const { id, near, ...wishes } = request;
  const place = await pointOf(near, places);
  if (Array.isArray(place)) return { id, choices: place };
  const { matches } = await directory.match({ near: { lat: place.lat, lon: place.lon }, ...known(wishes) });
  return {
    id,
    matches: matches.map(({ therapist, distanceKm, score, reasons }) => ({
      therapistId: therapist.id,
      distanceKm: Math.round(distanceKm * 1000) / 1000,
      score,
      reasons,
    })),
  };
}

/** Where to search, or the namesakes to choose from. */
async function pointOf(
  near: MatchRequest['near'],
  places: Places,
): Promise<{ lat: number; lon: number } | Place[]> {
  if (!('place' in near)) return near;
  const found = await places.find(near.place);
  if (found.kind === 'ambiguous') return found.choices;
  if (found.kind === 'found') return found.place;
  throw new CodedError(
    'PLACE_UNKNOWN',
    'near.place: no such place is known; give a US ZIP code, "City, ST" or lat and lon',
  );
}

/** Leaves out what was not given, as a query has it. */
function known(wishes: Omit<MatchRequest, 'id' | 'near'>): Omit<MatchQuery, 'near'> {
  return Object.fromEntries(Object.entries(wishes).filter(([, value]) => value !== undefined));
}
