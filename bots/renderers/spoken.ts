import type { Choice, EmergencyContact, View } from '../../dialogs/views/view.js';
import { phrase } from './phrases.js';
import { clip } from './shown-text.js';

const longestSpeech = 1500;
const longestSummary = 120;
const mostChoicesToSpeak = 7;

/** The view as it is read out: no numbers of citations, no marks; choices are named. */
export function spoken(view: View): string {
  const speech = partsOf(view)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => (/[\p{L}\p{N}]$/u.test(part) ? `${part}.` : part))
    .join(' ');
  // Speech engines read mark-up (SSML) where they see any.
  return clip(speech.replace(/&/g, ' and ').replace(/[<>]/g, ' ').replace(/\s+/g, ' ').trim(), longestSpeech);
}

/** One line for a notification. */
export function summaryLine(view: View): string {
  const line = 'title' in view ? view.title : view.text;
  const contact = view.kind === 'emergency' ? view.contacts[0] : undefined;
  const text = contact ? `${line} – ${phrase('call', { number: contact.number })}` : line;
  return clip(text.replace(/\s+/g, ' ').trim(), longestSummary);
}

function partsOf(view: View): string[] {
  switch (view.kind) {
    case 'message':
      return [
        view.tone === 'warning' ? phrase('important_message', { text: view.text }) : view.text,
        ...offers(view.choices),
      ];
    case 'question':
      return [view.text, ...offers(view.choices)];
    case 'checklist':
      return [
        view.text,
        phrase('speak_checklist', { items: labels(view.items).join(', '), none: view.none.label }),
      ];
    case 'explanation':
      return [
        view.title,
        ...view.sections.flatMap((section) => [
          section.heading ?? '',
          ...section.statements.map((statement) => statement.text),
        ]),
        ...offers(view.choices),
      ];
    case 'emergency':
      return [view.title, ...view.contacts.map(spokenContact), ...view.steps, ...offers(view.choices)];
    case 'therapists':
      return [
        view.text,
        ...view.therapists.map(({ name, distance }) => [name, distance].filter(Boolean).join(', ')),
        ...offers(view.choices),
      ];
    case 'summary':
      return [view.title, ...view.sections.flatMap(({ heading, lines }) => [heading, ...lines])];
  }
}

function spokenContact({ label, number, note }: EmergencyContact): string {
  // "911" is read digit by digit.
  const digits = /^\d{2,6}$/.test(number) ? [...number].join(' ') : number;
  return `${phrase('speak_call', { label, number: digits })} ${note ?? ''}`;
}

function offers(choices: readonly Choice[] | undefined): string[] {
  if (!choices || choices.length === 0 || choices.length > mostChoicesToSpeak) return [];
  const names = labels(choices);
  const last = names.pop() ?? '';
  const list = names.length > 0 ? names.join(', ') + phrase('join_or') + last : last;
  return [phrase('speak_choices', { choices: list })];
}

function labels(choices: readonly Choice[]): string[] {
  return choices.map((choice) => choice.label);
}
