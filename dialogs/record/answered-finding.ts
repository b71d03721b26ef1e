import type { Finding } from '../../knowledge/symptoms/report.js';

/** What a patient answered to a question about one sign, as a finding; its words are the question's. */
export function answeredFinding(concept: string, label: string, status: Finding['status']): Finding {
  return {
    concept,
    status,
    experiencer: 'patient',
    temporality: 'current',
    text: label,
    start: 0,
    end: label.length,
  };
}
