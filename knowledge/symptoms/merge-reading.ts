import { withComplaints } from './merge/complaints.js';
import { withFindings } from './merge/findings.js';
import type { Reading } from './reading.js';
import type { Complaint, Finding, Region, Report } from './report.js';

/** A report with a message's reading in it, and the names of what changed: "age", "complaints", "findings" … */
export interface MergedReport {
  report: Report;
  changed: (keyof Report)[];
}

/**
 * Adds what a message says to what is known. Lists grow together; what is said again replaces what was said of
 * the same thing; a finding that was there goes only by an explicit correction of that very finding.
 * Pure: the report given stays as it is.
 */
export function mergeReading(report: Report, reading: Reading): MergedReport {
  const complaints = withComplaints(report.complaints, reading);
  const merged: Report = {
    ...report,
    ...(reading.age !== undefined && { age: reading.age }),
    ...(reading.sex && { sex: reading.sex }),
    ...(reading.pregnant !== undefined && { pregnant: reading.pregnant }),
    ...(reading.about && { about: reading.about }),
    complaints,
    findings: withoutMovedPain(withFindings(report.findings, reading), report.complaints, complaints),
    conditions: union(report.conditions, reading.conditions),
    medications: union(stillTaken(report.medications, reading), reading.medications),
    goals: union(report.goals, reading.goals),
  };
  const keys = Object.keys(merged) as (keyof Report)[];
  const changed = keys.filter((key) => JSON.stringify(merged[key]) !== JSON.stringify(report[key]));
  return { report: merged, changed };
}

function union(known: readonly string[], added: readonly string[]): string[] {
  return [...new Set([...known, ...added])];
}

/** "Actually I do not take warfarin" takes it off the list, and only that. */
function stillTaken(medications: readonly string[], { correction, findings }: Reading): readonly string[] {
  if (!correction) return medications;
  const denied = findings.filter(({ status }) => status === 'absent').map(({ text }) => text.toLowerCase());
  return medications.filter((name) => !denied.some((text) => text.includes(name)));
}

/** Pain in these places may be an emergency: only its own correction takes it back. */
const NEVER_MOVED: readonly Region[] = ['chest', 'abdomen', 'head'];

/** "Actually it is my neck, not my back" takes the back pain with it. */
function withoutMovedPain(
  findings: Finding[],
  before: readonly Complaint[],
  after: readonly Complaint[],
): Finding[] {
  const left = before
    .map(({ region }) => region)
    .filter(
      (region) => !NEVER_MOVED.includes(region) && !after.some((complaint) => complaint.region === region),
    );
  const moved = new Set(left.flatMap((region) => region.split('_').map((part) => `${part}_pain`)));
  return findings.filter(({ concept }) => !moved.has(concept));
}
