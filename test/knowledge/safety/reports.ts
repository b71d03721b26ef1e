import type { Complaint, Finding, Report } from '../../../knowledge/symptoms/report.js';
import { emptyReport } from '../../../knowledge/symptoms/report.js';

export function finding(concept: string, change: Partial<Finding> = {}): Finding {
  return {
    concept,
    status: 'present',
    experiencer: 'patient',
    temporality: 'current',
    text: concept.replaceAll('_', ' '),
    start: 0,
    end: concept.length,
    ...change,
  };
}

export function complaint(region: Complaint['region'], change: Partial<Complaint> = {}): Complaint {
  return { region, triggers: [], ...change };
}

/** A report with these concepts present, and whatever else is named. */
export function reportOf(concepts: string[] = [], change: Partial<Report> = {}): Report {
  return { ...emptyReport(), findings: concepts.map((concept) => finding(concept)), ...change };
}
