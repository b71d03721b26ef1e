import { z } from 'zod';
import { assessText } from '../../knowledge/safety/assess-text.js';
import type { Finding, Report } from '../../knowledge/symptoms/report.js';

export const assessRequestSchema = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  age: z.number().min(0).max(130).optional(),
  locale: z.string().optional(),
});

/** The safety rules on one message: `{id, text, age?, locale?}`. */
export function answerAssess({ id, text, age, locale }: z.infer<typeof assessRequestSchema>): object {
  const { report, assessment } = assessText(text, {
    ...(age !== undefined && { age }),
    ...(locale && { locale }),
  });
  return {
    id,
    disposition: assessment.disposition,
    reasons: assessment.reasons.map(({ rule, label, source }) => ({ rule, label, source })),
    cautions: assessment.cautions.map(({ rule, scope }) => ({ rule, scope })),
    findings: report.findings.map(shown),
    slots: slotsOf(report),
  };
}

function shown({ concept, status, experiencer, temporality, text, start, end }: Finding): Finding {
  return { concept, status, experiencer, temporality, text, start, end };
}

function slotsOf(report: Report): object {
  const severities = report.complaints.flatMap(({ severity }) => severity ?? []);
  return {
    regions: report.complaints.map(({ region }) => region),
    side: report.complaints[0]?.side ?? null,
    durationDays: report.complaints.find(({ durationDays }) => durationDays)?.durationDays ?? null,
    severity: severities.length > 0 ? Math.max(...severities) : null,
    pregnant: report.pregnant ?? null,
    age: report.age ?? null,
    medications: report.medications,
  };
}
