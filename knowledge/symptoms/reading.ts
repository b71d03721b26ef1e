import type { Complaint, Finding, Report } from './report.js';

/** What one message says: the outcome of `readSymptoms`, before it is merged into a report. */
export interface Reading {
  findings: Finding[];
  /** In the order of mention; a region is named once. Sides, durations and severities are attached. */
  complaints: Complaint[];
  /** Facts that belong to no region named in this message, for the complaint already under discussion. */
  loose: Partial<Omit<Complaint, 'region' | 'triggers'>> & { triggers?: string[] };
  age?: number;
  sex?: 'female' | 'male';
  pregnant?: boolean;
  about?: Report['about'];
  conditions: string[];
  medications: string[];
  goals: string[];
  /** The message takes back something said before: "sorry, the left one", "I meant my neck", "no, 45". */
  correction: boolean;
}
