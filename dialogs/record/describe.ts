import type { Reason } from '../../knowledge/safety/assessment.js';
import { conceptLabel, isSpoken } from '../../knowledge/symptoms/lexicon/lexicon.js';
import type { Complaint, Finding, Region, Report } from '../../knowledge/symptoms/report.js';

const REGION_WORDS: Partial<Record<Region, string>> = {
  upper_back: 'upper back',
  lower_back: 'lower back',
  upper_arm: 'upper arm',
  whole_body: 'the whole body',
};

/** Regions of which a person has two, so that "both" makes a plural. */
const PLURALS: Partial<Record<Region, string>> = {
  foot: 'feet',
  calf: 'calves',
  hip: 'hips',
  buttock: 'buttocks',
  thigh: 'thighs',
  knee: 'knees',
  ankle: 'ankles',
  shoulder: 'shoulders',
  upper_arm: 'upper arms',
  elbow: 'elbows',
  forearm: 'forearms',
  wrist: 'wrists',
  hand: 'hands',
};

/** "left shoulder", "both knees", "neck, left and right". */
export function placeInWords({ region, side }: Pick<Complaint, 'region' | 'side'>): string {
  const word = REGION_WORDS[region] ?? region;
  if (!side) return word;
  if (side !== 'both') return `${side} ${word}`;
  const plural = PLURALS[region];
  return plural ? `both ${plural}` : `${word}, on both sides`;
}

/** The unit to speak in, from how many days on, and how many days it has. */
const UNITS = [
  { name: 'year', from: 365, days: 365 },
  { name: 'month', from: 60, days: 30.4 },
  { name: 'week', from: 14, days: 7 },
  { name: 'day', from: 1, days: 1 },
  { name: 'hour', from: 0, days: 1 / 24 },
] as const;

/** "about 3 weeks", "less than an hour", from days. A range is named by its middle: "last week" is about 7 days. */
export function durationInWords([shortest, longest]: [number, number]): string {
  const days = Math.sqrt(Math.max(shortest, longest / 4) * longest);
  if (days < 1 / 24) return 'less than an hour';
  const unit = UNITS.find(({ from }) => days >= from) ?? UNITS[4];
  const count = Math.max(1, Math.round(days / unit.days));
  return `about ${count} ${unit.name}${count === 1 ? '' : 's'}`;
}

/** One complaint in a line: "left shoulder, for about 3 weeks, 6 out of 10, worse when sitting". */
export function complaintInWords(complaint: Complaint): string {
  const parts = [placeInWords(complaint)];
  if (complaint.durationDays) parts.push(`for ${durationInWords(complaint.durationDays)}`);
  if (complaint.onset === 'sudden') parts.push('began suddenly');
  if (complaint.severity !== undefined) parts.push(`${complaint.severity} out of 10`);
  if (complaint.course)
    parts.push({ better: 'getting better', same: 'not changing', worse: 'getting worse' }[complaint.course]);
  parts.push(...complaint.triggers);
  return parts.join(', ');
}

/** All that is known, a line each; empty where nothing is. */
export function reportInWords(report: Report): string[] {
  return [
    ...report.complaints.map(complaintInWords),
    ...presentFindings(report),
    ...(report.age === undefined ? [] : [`age ${report.age}`]),
    ...(report.pregnant ? ['pregnant, or could be, or has just given birth'] : []),
    ...report.conditions,
    ...report.medications.map((name) => `takes ${name}`),
  ];
}

/** Labels of what the patient has now, each once; "neck pain" adds nothing to a complaint of the neck. */
export function presentFindings(report: Report): string[] {
  const places = report.complaints.flatMap(({ region }) => region.split('_'));
  const isSaid = (concept: string) =>
    concept.endsWith('_pain') && places.some((place) => concept.includes(place));
  const present = report.findings.filter(
    ({ concept, status, experiencer, temporality }) =>
      status !== 'absent' &&
      experiencer === 'patient' &&
      temporality === 'current' &&
      isSpoken(concept) &&
      !isSaid(concept),
  );
  const labels = present
    .filter((finding, at) => !isToldBetter(finding, at, present))
    .map(({ concept, status }) =>
      status === 'uncertain' ? `perhaps ${conceptLabel(concept)}` : conceptLabel(concept),
    );
  return [...new Set(labels)];
}

/** The same words say more than one thing: "my leg is swollen" is a swollen leg, and "swelling" says no more. */
function isToldBetter({ text }: Finding, at: number, present: readonly Finding[]): boolean {
  return present.some((other, place) =>
    other.text.length === text.length
      ? place < at && other.text === text
      : other.text.length > text.length && other.text.includes(text),
  );
}

/**
 * What the patient said that made rules fire, in few words: the findings, or the rule's own label where it
 * fired on none (an age, a medicine).
 */
export function toldAbout(reasons: readonly Reason[]): string[] {
  return [
    ...new Set(
      reasons.flatMap(({ concepts, label }) =>
        concepts.length > 0 ? concepts.map((concept) => conceptLabel(concept)) : label,
      ),
    ),
  ];
}

/** "a, b and c". */
export function list(parts: readonly string[]): string {
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : (parts[0] ?? '');
}
