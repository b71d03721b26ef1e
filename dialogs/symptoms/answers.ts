import { readAge } from '../../knowledge/symptoms/answers/age.js';
import { readConditions } from '../../knowledge/symptoms/answers/conditions.js';
import { readDuration } from '../../knowledge/symptoms/answers/duration.js';
import { readMedications } from '../../knowledge/symptoms/answers/medications.js';
import { readRegions } from '../../knowledge/symptoms/answers/regions.js';
import { readSeverity } from '../../knowledge/symptoms/answers/severity.js';
import { readSide } from '../../knowledge/symptoms/answers/side.js';
import { readYesNo } from '../../knowledge/symptoms/answers/yes-no.js';
import type { Complaint, Report } from '../../knowledge/symptoms/report.js';
import { matchChoice } from '../choices/match-choice.js';
import { choices } from '../phrases/choices.js';
import type { QuestionId } from './question.js';

/** A trigger is kept as the patient said it, at most so many characters of it. */
const LONGEST_TRIGGER = 120;

/**
 * The report with the answer to one question in it, or undefined where the words are no answer to it.
 * What any message says is read elsewhere (`readSymptoms`); this reads what only the question makes clear:
 * that a bare "7" is a severity, or "none" a list of medicines.
 */
export function applyAnswer(id: QuestionId, words: string, report: Report): Report | undefined {
  return READERS[id](words, report);
}

type Reader = (words: string, report: Report) => Report | undefined;

const measures: Reader = (words, report) => {
  const durationDays = readDuration(words);
  const severity = readSeverity(words) ?? (durationDays && readSeverity(withoutDuration(words)));
  if (!durationDays && severity === undefined) return undefined;
  return withComplaint(report, {
    ...(durationDays && { durationDays }),
    ...(severity !== undefined && { severity }),
  });
};

/** "2 months and a 4": what is left is the severity. */
function withoutDuration(words: string): string {
  return (
    words.match(/\b\d{1,2}(?!\d|\s*[a-z]*(?:hour|day|week|month|year|h\b|d\b|w\b|m\b|y\b))/gi)?.at(-1) ?? ''
  );
}

const READERS: Record<QuestionId, Reader> = {
  complaint: () => undefined,
  where(words, report) {
    const known = report.complaints.map(({ region }) => region);
    const regions = readRegions(words).filter((region) => !known.includes(region));
    const side = readSide(words);
    if (regions.length === 0)
      return side && report.complaints.length > 0 ? withSide(report, side) : undefined;
    const added = regions.map((region) => ({ region, triggers: [], ...(side && { side }) }));
    return { ...report, complaints: [...report.complaints, ...added] };
  },
  side(words, report) {
    const chosen = matchChoice(words, choices('side'))?.value ?? readSide(words);
    if (chosen === 'middle') return report;
    return chosen === 'left' || chosen === 'right' || chosen === 'both'
      ? withSide(report, chosen)
      : undefined;
  },
  time_and_severity: measures,
  time: measures,
  severity: measures,
  triggers(words, report) {
    const said = words.trim().replace(/\s+/g, ' ');
    if (!/\p{L}/u.test(said)) return undefined;
    const kept = said.length > LONGEST_TRIGGER ? `${said.slice(0, LONGEST_TRIGGER)}…` : said;
    return withComplaint(report, { triggers: readYesNo(words) ? [] : [kept] });
  },
  age(words, report) {
    const age = readAge(words);
    return age === undefined ? undefined : { ...report, age };
  },
  pregnancy(words, report) {
    const answer = matchChoice(words, choices('pregnancy'))?.value ?? readYesNo(words);
    return answer === undefined ? undefined : { ...report, pregnant: answer !== 'no' };
  },
  conditions: (words, report) => withList(report, 'conditions', readConditions(words)),
  medications: (words, report) => withList(report, 'medications', readMedications(words)),
};

/** Facts about the complaint under discussion: the first one. */
function withComplaint(report: Report, facts: Partial<Complaint>): Report {
  const [first, ...rest] = report.complaints;
  return first ? { ...report, complaints: [{ ...first, ...facts }, ...rest] } : report;
}

function withSide(report: Report, side: NonNullable<Complaint['side']>): Report {
  return { ...report, complaints: report.complaints.map((complaint) => ({ side, ...complaint })) };
}

function withList(
  report: Report,
  key: 'conditions' | 'medications',
  names: string[] | undefined,
): Report | undefined {
  return names && { ...report, [key]: [...new Set([...report[key], ...names])] };
}
