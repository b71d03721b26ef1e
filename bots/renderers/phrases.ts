import { z } from 'zod';
import { projectPath, readDataFile } from '../../knowledge/data-file.js';
import { EVIDENCE_LEVELS } from '../../knowledge/guide/passage.js';

const text = z.string().min(1);

const phrasesSchema = z.strictObject({
  language: z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'write a language tag, such as en'),
  important: text,
  important_message: text.includes('{text}'),
  progress: text.includes('{step}').includes('{of}'),
  tick_all: text,
  tick_more: text,
  tick_at_least_one: text.includes('{none}'),
  send_ticks: text,
  send_choice: text,
  choose_one: text,
  reply_with_numbers: text,
  reply_with_number: text,
  evidence: text.includes('{evidence}'),
  sources: text,
  show_passages: text,
  say_source: text,
  ai_generated: text,
  call: text.includes('{number}'),
  steps: text,
  told_me: text.includes('{reasons}'),
  caution: text.includes('{caution}'),
  why_it_fits: text,
  left_out: text,
  more_therapists: text.includes('{count}'),
  speak_choices: text.includes('{choices}'),
  speak_checklist: text.includes('{items}').includes('{none}'),
  speak_call: text.includes('{label}').includes('{number}'),
  join_or: text,
  evidence_levels: z.record(z.enum(EVIDENCE_LEVELS), text),
});

type Phrases = z.infer<typeof phrasesSchema>;
type PhraseName = Exclude<keyof Phrases, 'evidence_levels'>;

const phrases = readDataFile(projectPath('bots', 'renderers', 'phrases.yaml'), phrasesSchema);

/** A phrase of phrases.yaml, its braces filled. */
export function phrase(name: PhraseName, values: Record<string, string | number> = {}): string {
  return phrases[name].replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));
}

/** "Evidence: low" for the guide's level `low`; a text that is no level is shown as it is. */
export function evidencePhrase(evidence: string): string {
  const level = EVIDENCE_LEVELS.find((known) => known === evidence);
  return phrase('evidence', { evidence: level ? phrases.evidence_levels[level] : evidence });
}

/** The language of these phrases, as a tag. */
export const languageTag = phrases.language;
