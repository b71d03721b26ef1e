import { withComplaints } from './merge/complaints.js';
import { withFindings } from './merge/findings.js';
import type { Reading } from './reading.js';
import type { Report } from './report.js';

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
  const merged: Report = {
    ...report,
    ...(reading.age !== undefined && { age: reading.age }),
    ...(reading.sex && { sex: reading.sex }),
    ...(reading.pregnant !== undefined && { pregnant: reading.pregnant }),
    ...(reading.about && { about: reading.about }),
    complaints: withComplaints(report.complaints, reading),
    findings: withFindings(report.findings, reading),
    conditions: union(report.conditions, reading.conditions),
    medications: union(report.medications, reading.medications),
    goals: union(report.goals, reading.goals),
  };
  const keys = Object.keys(merged) as (keyof Report)[];
  const changed = keys.filter((key) => JSON.stringify(merged[key]) !== JSON.stringify(report[key]));
  return { report: merged, changed };
}

function union(known: readonly string[], added: readonly string[]): string[] {
  return [...new Set([...known, ...added])];
}
