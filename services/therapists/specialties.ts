import type { Region, Report } from '../../knowledge/symptoms/report.js';
import { findWords } from './vocabulary/find-words.js';
import { labelOf, specialties } from './vocabulary/vocabulary.js';

export { labelOf, specialties } from './vocabulary/vocabulary.js';

const CHILD_BELOW = 18;
const OLDER_FROM = 75;

/** "neck pain" of "neck-pain"; of an id outside the vocabulary, its own words. */
export function specialtyLabel(id: string): string {
  return labelOf('specialty', id);
}

/** Specialties that serve a region, foremost first. */
function specialtiesOfRegion(region: Region): string[] {
  return specialties.filter(({ regions }) => regions.includes(region)).map(({ id }) => id);
}

/** Specialties a text names in a patient's words, in the order of mention. */
function specialtiesNamed(text: string): string[] {
  return findWords(specialties, text).ids;
}

/**
 * The specialties a report asks for, foremost first, without repeats: what needs particular training
 * (pregnancy, cancer, a child), then what the patient named, then what serves the regions of the complaints,
 * the most severe first. Empty where nothing is known.
 */
export function specialtiesFor(report: Report): string[] {
  const own = report.findings.filter(
    ({ status, experiencer, temporality }) =>
      status === 'present' && experiencer === 'patient' && temporality !== 'hypothetical',
  );
  // A finding of the past still asks for training in it (surgery, cancer), but no longer for pain relief.
  const named = [
    ...report.conditions,
    ...own
      .filter(({ temporality }) => temporality === 'current')
      .map(({ concept }) => concept.replaceAll('_', ' ')),
  ].flatMap(specialtiesNamed);
  const past = own
    .filter(({ temporality }) => temporality === 'past')
    .flatMap(({ concept }) => specialtiesNamed(concept.replaceAll('_', ' ')));
  const needed = [...named, ...past].filter((id) => NEEDS_TRAINING.has(id));
  const hoped = report.goals.flatMap(specialtiesNamed);
  // "Stressed, all over" is about the stress: pain specialties of the whole body would not fit.
  const placed = report.complaints.filter(({ region }) => region !== 'whole_body' || hoped.length === 0);
  const complaints = [...placed].sort((a, b) => (b.severity ?? 0) - (a.severity ?? 0));
  return [
    ...new Set([
      ...(report.pregnant ? ['prenatal'] : []),
      ...(report.about === 'child' || (report.age ?? CHILD_BELOW) < CHILD_BELOW ? ['pediatric'] : []),
      ...needed,
      ...named,
      ...complaints.flatMap(({ region }) => specialtiesOfRegion(region)),
      ...hoped,
      ...((report.age ?? 0) >= OLDER_FROM ? ['geriatric'] : []),
    ]),
  ];
}

const NEEDS_TRAINING = new Set(['prenatal', 'oncology', 'lymphatic', 'post-surgical']);
