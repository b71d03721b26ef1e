import type { View } from '../../../dialogs/views/view.js';

/**
 * Whether what came over the wire is a view, part by part. By hand, as a validation library would weigh more than
 * all the rest of the chat. A view that is not whole is shown by its words instead.
 */
type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
const number: Check = (value) => typeof value === 'number';
const flag: Check = (value) => typeof value === 'boolean';
const list =
  (item: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(item);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const oneOf =
  (...values: unknown[]): Check =>
  (value) =>
    values.includes(value);
const shape =
  (checks: Record<string, Check>): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(checks).every(([name, check]) => check((value as Record<string, unknown>)[name]));

const texts = list(text);
const choice = shape({ value: text, label: text });
const choices = optional(list(choice));
const statement = shape({ text, citations: list(number) });
const citation = shape({
  number,
  title: text,
  heading: text,
  text,
  evidence: optional(text),
  sources: texts,
});
const therapist = shape({
  id: text,
  name: text,
  credentials: texts,
  distance: optional(text),
  place: text,
  reasons: texts,
  cautions: optional(texts),
  facts: list(shape({ label: text, value: text })),
  links: list(shape({ label: text, url: text })),
});

const kinds: Record<View['kind'], Check> = {
  message: shape({ text, tone: optional(oneOf('plain', 'warning')), choices }),
  question: shape({
    id: text,
    text,
    why: optional(text),
    choices,
    progress: optional(shape({ step: number, of: number })),
  }),
  checklist: shape({ id: text, text, why: optional(text), items: list(choice), none: choice }),
  explanation: shape({
    title: text,
    sections: list(shape({ heading: optional(text), statements: list(statement), evidence: optional(text) })),
    citations: list(citation),
    aiGenerated: optional(flag),
    choices,
    helpful: optional(shape({ id: text, text, choices: list(choice) })),
  }),
  emergency: shape({
    disposition: oneOf('emergency', 'urgent'),
    title: text,
    steps: texts,
    contacts: list(shape({ label: text, number: text, note: optional(text) })),
    reasons: texts,
    choices,
  }),
  therapists: shape({ text, therapists: list(therapist), notes: texts, choices }),
  summary: shape({ title: text, sections: list(shape({ heading: text, lines: texts })), choices }),
};

export function readView(value: unknown): View | undefined {
  const kind: unknown =
    typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  const check =
    typeof kind === 'string' && Object.keys(kinds).includes(kind) ? kinds[kind as View['kind']] : undefined;
  return check?.(value) ? (value as View) : undefined;
}
