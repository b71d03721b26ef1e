import type { Assessment } from '../../knowledge/safety/assessment.js';
import { say } from '../phrases/phrases.js';
import { complaintInWords, presentFindings, toldAbout } from '../record/describe.js';
import { openRules } from '../record/next-phase.js';
import type { PatientRecord } from '../record/record.js';
import type { SummaryView } from '../views/view.js';

/** What to take to the physician: symptoms, answers, what stands out, what to ask. */
export function visitSummary(record: PatientRecord, assessment: Assessment): SummaryView {
  const flags = openRules(assessment);
  const labels = toldAbout(flags).map(capital);
  const sections = [
    { heading: say('summary.symptoms'), lines: symptomLines(record) },
    { heading: say('summary.answers'), lines: answerLines(record) },
    {
      heading: say('summary.flags'),
      lines: labels.length > 0 || !record.screened ? labels : [say('summary.none_ticked')],
    },
    {
      heading: say('summary.questions'),
      lines: questionLines(record, labels[0] && assessment.disposition === 'urgent' ? labels[0] : undefined),
    },
    { heading: say('summary.bring'), lines: [say('summary.bring_list')] },
    { heading: say('summary.note'), lines: [say('summary.not_diagnosis')] },
  ];
  return {
    kind: 'summary',
    title: say('summary.title'),
    sections: sections.filter(({ lines }) => lines.length > 0),
  };
}

function symptomLines({ report }: PatientRecord): string[] {
  return [...report.complaints.map(complaintInWords), ...presentFindings(report)].map(capital);
}

function answerLines({ report, asked }: PatientRecord): string[] {
  const lines: string[] = [];
  if (report.age !== undefined) lines.push(say('summary.age', { age: report.age }));
  if (report.pregnant !== undefined)
    lines.push(say(report.pregnant ? 'summary.pregnant' : 'summary.not_pregnant'));
  lines.push(
    ...listed('conditions', report.conditions, asked),
    ...listed('medications', report.medications, asked),
  );
  return lines;
}

function listed(name: 'conditions' | 'medications', values: string[], asked: string[]): string[] {
  if (values.length > 0) return [say(`summary.${name}`, { list: values.join(', ') })];
  return asked.includes(name) ? [say(`summary.${name}`, { list: say('summary.none_named') })] : [];
}

function questionLines({ report }: PatientRecord, flag: string | undefined): string[] {
  return [
    ...(flag ? [say('summary.question_flag', { label: flag })] : []),
    say('summary.question_fits'),
    say('summary.question_careful'),
    ...(report.medications.length + report.conditions.length > 0 ? [say('summary.question_medicine')] : []),
    say('summary.question_whom'),
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
