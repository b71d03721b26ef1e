import type { Complaint, Report } from '../../knowledge/symptoms/report.js';
import type { PatientRecord } from './record.js';

/** How many steps "back" can take. */
const LONGEST_TRAIL = 20;

/** Notes an answered question, so that "back" can open it again. */
export function remember(record: PatientRecord, question: string): void {
  record.trail = [...record.trail, question].slice(-LONGEST_TRAIL);
}

/**
 * Opens the last answered question again; undefined at the beginning. A finding is never taken back by this:
 * only an explicit correction lowers what was flagged.
 */
export function stepBack(record: PatientRecord): PatientRecord | undefined {
  const last = record.trail.at(-1);
  if (!last) return undefined;
  const [phase = '', question = ''] = last.split('.');
  const back: PatientRecord = { ...record, trail: record.trail.slice(0, -1), attempts: 0 };
  if (phase === 'symptoms') return withoutInterviewAnswer(back, question);
  if (last === 'red_flags') delete back.screened;
  if (last === 'physician_check' || last === 'urgent') delete back.physician;
  if (last === 'place') {
    delete back.place;
    back.offset = 0;
  }
  return last === 'search' ? withEarlierSearch(back) : back;
}

/** The place and the wishes as they were before the last change. */
function withEarlierSearch({ place: _, placeChoices: __, ...record }: PatientRecord): PatientRecord {
  const earlier = record.earlier ?? [];
  const { place, wishes = {} } = earlier.at(-1) ?? {};
  return {
    ...record,
    ...(place && { place }),
    wishes,
    earlier: earlier.slice(0, -1),
    offset: 0,
    searching: place !== undefined,
    shown: [],
  };
}

function withoutInterviewAnswer(record: PatientRecord, question: string): PatientRecord {
  const back = {
    ...record,
    asked: record.asked.filter((id) => id !== question),
    report: unanswered(record.report, question),
  };
  delete back.interviewed;
  delete back.screened;
  delete back.explained;
  delete back.physician;
  return back;
}

function unanswered(report: Report, question: string): Report {
  const { age, pregnant, ...rest } = report;
  const kept = { ...rest, ...(age !== undefined && { age }), ...(pregnant !== undefined && { pregnant }) };
  switch (question) {
    case 'complaint':
    case 'where':
      return { ...kept, complaints: [] };
    case 'side':
      return { ...kept, complaints: kept.complaints.map(({ side, ...complaint }) => complaint) };
    case 'time_and_severity':
      return forFirst(kept, ({ durationDays, severity, ...complaint }) => complaint);
    case 'time':
      return forFirst(kept, ({ durationDays, ...complaint }) => complaint);
    case 'severity':
      return forFirst(kept, ({ severity, ...complaint }) => complaint);
    case 'triggers':
      return forFirst(kept, (complaint) => ({ ...complaint, triggers: [] }));
    case 'age':
      return { ...rest, ...(pregnant !== undefined && { pregnant }) };
    case 'pregnancy':
      return { ...rest, ...(age !== undefined && { age }) };
    case 'conditions':
      return { ...kept, conditions: [] };
    case 'medications':
      return { ...kept, medications: [] };
    default:
      return kept;
  }
}

function forFirst(report: Report, change: (complaint: Complaint) => Complaint): Report {
  const [first, ...others] = report.complaints;
  return first ? { ...report, complaints: [change(first), ...others] } : report;
}
