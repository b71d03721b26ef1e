import { mergeReading } from '../symptoms/merge-reading.js';
import { readSymptoms } from '../symptoms/read-symptoms.js';
import { emptyReport, type Report } from '../symptoms/report.js';
import { assess } from './assess.js';
import type { Assessment } from './assessment.js';

/**
 * The safety rules on one message by itself. An age given here stands above one read from the text.
 * `locale` is taken so that callers can pass a request on as it came; the reading does not depend on it.
 */
export function assessText(
  text: string,
  options: { age?: number; locale?: string } = {},
): { report: Report; assessment: Assessment } {
  const read = mergeReading(emptyReport(), readSymptoms(text)).report;
  const report = options.age === undefined ? read : { ...read, age: options.age };
  return { report, assessment: assess(report) };
}
