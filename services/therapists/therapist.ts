import { z } from 'zod';
import { plainText, slug, webAddress } from './fields.js';

const date = z.iso.date({ error: 'must be a date such as 2027-05-31' });

const credentialSchema = z.strictObject({
  /** As on the licence: "LMT". */
  title: plainText(80),
  issuer: plainText(160).optional(),
  licenceNumber: plainText(60).optional(),
  /** Where it is valid: "MA". */
  state: plainText(60).optional(),
  expiresOn: date.optional(),
  /** When somebody last looked it up at the issuer. */
  verifiedOn: date.optional(),
});

const locationSchema = z
  .strictObject({
    address: plainText(200).optional(),
    city: plainText(100).optional(),
    region: plainText(100).optional(),
    postcode: plainText(20).optional(),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, 'must be a two-letter country code such as "US"')
      .optional(),
    lat: z.number().min(-90).max(90),
    lon: z.number().min(-180).max(180),
  })
  .refine(({ lat, lon }) => lat !== 0 || lon !== 0, {
    path: ['lat'],
    message: 'lat 0, lon 0 lies in the ocean: look the address up again',
  });

const amount = z.number().nonnegative('must not be negative').max(100_000);
const priceSchema = z
  .strictObject({
    min: amount,
    max: amount.optional(),
    currency: z.string().regex(/^[A-Z]{3}$/, 'must be a currency code such as "USD"'),
    minutes: z.int().positive().max(600).optional(),
  })
  .refine(({ min, max }) => max === undefined || min <= max, {
    path: ['max'],
    message: 'must not be below min',
  });

const reviewSchema = z.strictObject({
  rating: z.number().min(1).max(5),
  text: plainText(4000, { lines: true }).optional(),
  on: date.optional(),
});

/** A therapist as in the directory. What is not known is left out, never guessed. */
export const therapistSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'must be letters, digits, ".", "_" or "-", at most 100'),
  name: plainText(160),
  gender: z.enum(['female', 'male', 'nonbinary']).optional(),
  /** BCP 47: "en", "es-MX". */
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language code such as "es"'))
    .max(30)
    .optional(),
  credentials: z.array(credentialSchema).max(30).optional(),
  /** Ids of vocabulary/specialties.yaml, foremost first; others are kept and match by their name. */
  specialties: z.array(slug).max(60),
  modalities: z.array(slug).max(60).optional(),
  yearsInPractice: z.number().min(0).max(80).optional(),
  experience: z
    .array(z.strictObject({ specialty: slug, years: z.number().min(0).max(80) }))
    .max(60)
    .optional(),
  location: locationSchema,
  homeVisits: z.strictObject({ radiusKm: z.number().positive().max(1000) }).optional(),
  accepting: z.strictObject({ newClients: z.boolean(), asOf: date.optional() }).optional(),
  /** As in "Mo-Fr 08:00-18:00". */
  hours: plainText(300).optional(),
  insurance: z.array(slug).max(60).optional(),
  price: priceSchema.optional(),
  slidingScale: z.boolean().optional(),
  needsReferral: z.boolean().optional(),
  accessibility: z.array(slug).max(30).optional(),
  rating: z.strictObject({ average: z.number().min(0).max(5), count: z.int().min(0) }).optional(),
  reviews: z.array(reviewSchema).max(500).optional(),
  contact: z
    .strictObject({
      phone: z
        .string()
        .max(40)
        .regex(/^\+?[0-9][0-9(). -]{3,}[0-9]$/, 'must be a telephone number such as +1-617-555-0142')
        .optional(),
      email: z.email({ error: 'must be an e-mail address' }).max(254).optional(),
      website: webAddress(['https:']).optional(),
      booking: webAddress(['https:', 'tel:', 'mailto:']).optional(),
    })
    .optional(),
  npi: z
    .string()
    .regex(/^[0-9]{10}$/, 'must be ten digits')
    .optional(),
  source: plainText(100).optional(),
  updatedAt: z.iso
    .datetime({ offset: true, error: 'must be a time such as 2026-11-01T00:00:00Z' })
    .optional(),
});

export type Therapist = z.infer<typeof therapistSchema>;
export type Credential = z.infer<typeof credentialSchema>;
