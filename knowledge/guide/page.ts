import { z } from 'zod';
import { EVIDENCE_LEVELS, type EvidenceLevel, type Passage, type Source } from './passage.js';

/** Every guide holds these pages and no others: other parts of the product link to them by id. */
export const PAGE_IDS = [
  'what-is-medical-massage',
  'medical-vs-relaxation',
  'techniques',
  'first-session',
  'benefit-stress-relief',
  'benefit-pain-relief',
  'benefit-circulation',
  'benefit-inflammation',
  'benefit-posture',
  'condition-neck-pain',
  'condition-back-pain',
  'condition-shoulder-pain',
  'condition-headache-migraine',
  'condition-carpal-tunnel',
  'condition-muscle-spasm',
  'condition-knee-osteoarthritis',
  'condition-fibromyalgia',
  'condition-sciatica',
  'condition-anxiety',
  'safety-who-should-wait',
  'safety-side-effects',
  'physician-check',
  'choosing-a-therapist',
  'finding-a-therapist',
  'credentials',
  'cost-and-insurance',
  'aftercare',
] as const;
export type PageId = (typeof PAGE_IDS)[number];

/** For a front matter or a data file that names a page. */
export const pageIdSchema = z.enum(PAGE_IDS, {
  error: ({ input }) => `unknown page id "${String(input)}"; write one of ${PAGE_IDS.join(', ')}`,
});

const text = (example: string) => {
  const error = `must be text, as in ${example}`;
  return z.string({ error }).trim().min(1, { error });
};

const sourceSchema = z
  .strictObject({
    id: z.string({ error: 'must be a short name, as in gross-2024' }).regex(/^[a-z][a-z0-9-]*$/, {
      error: 'must be lower-case letters, digits and hyphens, as in gross-2024',
    }),
    title: text('title: Massage for neck pain'),
    authors: text('authors: Gross et al.').exactOptional(),
    year: z
      .int({ error: 'must be a year, as in year: 2024' })
      .min(1900, { error: 'must be a year of four digits' }),
    doi: z
      .string({ error: 'must be text, as in doi: 10.1002/14651858.CD004871.pub5' })
      .regex(/^10\.\d{4,9}\/\S+$/, {
        error: 'must begin with 10. and hold no spaces, without https://doi.org/',
      })
      .exactOptional(),
    publisher: text('publisher: Cochrane').exactOptional(),
  })
  .refine((source) => source.doi !== undefined || source.publisher !== undefined, {
    error: 'must say where it was published: add a doi or a publisher',
  });

/** What stands between the two --- lines at the head of a page. */
export const frontMatterSchema = z.strictObject(
  {
    id: pageIdSchema,
    title: text('title: Massage for neck pain'),
    summary: text('summary: What massage can do for a sore neck.'),
    lastReviewed: z.iso.date({ error: 'must be a date, as in lastReviewed: 2026-11-23' }),
    /** By section: the heading in lower case, with hyphens. Only sections that claim an effect or a risk. */
    evidence: z.record(
      z.string(),
      z.enum(EVIDENCE_LEVELS, {
        error: ({ input }) =>
          `unknown evidence level "${String(input)}"; write one of ${EVIDENCE_LEVELS.join(', ')}`,
      }),
      { error: 'must map sections to levels, as in how-good-is-the-evidence: low (or be {})' },
    ),
    sources: z.array(sourceSchema, { error: 'must be a list of sources (or [])' }),
  },
  {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `unknown field ${issue.keys.join(', ')}; a page has id, title, summary, lastReviewed, evidence, sources`
        : 'must hold id, title, summary, lastReviewed, evidence and sources',
  },
);

/** A source as a page lists it; `id` is the name by which its paragraphs cite it. */
export interface PageSource extends Source {
  id: string;
}

export interface GuidePage {
  id: PageId;
  title: string;
  summary: string;
  /** ISO date. */
  lastReviewed: string;
  evidence: Record<string, EvidenceLevel>;
  sources: PageSource[];
  /** The sections, in the order of the page. */
  passages: Passage[];
}
