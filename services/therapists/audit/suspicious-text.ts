import type { Therapist } from '../therapist.js';
import { spaced } from '../vocabulary/find-words.js';
import { auditData } from './audit-data.js';
import type { Fault } from './fault.js';

const INSTRUCTIONS = auditData.instructions.map((words) => ({
  shown: words.join(' … '),
  pattern: new RegExp(` ${words.join('(?: [^ ]+){0,3} ')} `, 'u'),
}));
const SCRIPT = auditData.script.map((piece) => piece.toLowerCase());

/** Texts that look like instructions to a program, code or a formula. A record may be right all the same. */
export function suspiciousTexts(therapist: Therapist): Fault[] {
  return textsOf(therapist).flatMap(({ field, text }) => {
    const what = suspicion(text);
    return what === undefined ? [] : [{ field, fault: what }];
  });
}

function suspicion(text: string): string | undefined {
  const words = spaced(text);
  const instruction = INSTRUCTIONS.find(({ pattern }) => pattern.test(words));
  if (instruction) return `reads like an instruction to a program ("${instruction.shown}")`;
  const lower = text.normalize('NFKC').toLowerCase();
  const piece = SCRIPT.find((one) => lower.includes(one));
  if (piece !== undefined) return `looks like code ("${piece}")`;
  return /^\s*[=+@]|^\s*-\s*[^\s\d]/.test(text) ? 'looks like a formula of a spreadsheet' : undefined;
}

/** All that people wrote freely; ids, dates and numbers cannot say anything. */
function textsOf(therapist: Therapist): { field: string; text: string }[] {
  const { name, hours, source, location, credentials = [], reviews = [] } = therapist;
  const { address, city, region } = location;
  const texts: Record<string, string | undefined> = {
    name,
    hours,
    source,
    'location.address': address,
    'location.city': city,
    'location.region': region,
  };
  for (const [index, { title, issuer, licenceNumber, state }] of credentials.entries()) {
    for (const [part, text] of Object.entries({ title, issuer, licenceNumber, state }))
      texts[`credentials.${index}.${part}`] = text;
  }
  for (const [index, { text }] of reviews.entries()) texts[`reviews.${index}.text`] = text;
  return Object.entries(texts).flatMap(([field, text]) => (text === undefined ? [] : [{ field, text }]));
}
