import type { Finding, Report } from '../symptoms/report.js';

/**
 * The report after the patient has explicitly taken a finding back: every mention of it in the patient is
 * absent from now on, and so are the condition or medicine that the words of it named. This and starting
 * over are the only ways down.
 */
export function removeFinding(report: Report, concept: string): Report {
  const isIt = (finding: Finding) => finding.concept === concept && finding.experiencer === 'patient';
  const taken = report.findings.filter(isIt);
  const named = (name: string) => taken.some(({ text }) => text.toLowerCase().includes(name));
  return {
    ...report,
    findings: [
      ...report.findings.map((finding) =>
        isIt(finding) ? { ...finding, status: 'absent' as const } : finding,
      ),
      ...(taken.length > 0 ? [] : [absentByWord(concept)]),
    ],
    conditions: report.conditions.filter((name) => !named(name)),
    medications: report.medications.filter((name) => !named(name)),
    ...(concept === 'pregnant' ? { pregnant: false } : {}),
  };
}

function absentByWord(concept: string): Finding {
  return {
    concept,
    status: 'absent',
    experiencer: 'patient',
    temporality: 'current',
    text: '',
    start: 0,
    end: 0,
  };
}
