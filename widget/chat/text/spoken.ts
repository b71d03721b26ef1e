import type { View } from '../../../dialogs/views/view.js';
import { fill, strings } from '../strings.js';

/** What a screen reader says when the view comes: its words; not its buttons one by one, which are a Tab away. */
export function spoken(view: View): string {
  return partsOf(view)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .join(' ');
}

function partsOf(view: View): string[] {
  switch (view.kind) {
    case 'message':
      return [view.tone === 'warning' ? `${strings.important}:` : '', view.text, answers(view.choices)];
    case 'question':
      return [
        view.progress ? `${fill(strings.progress, view.progress)}.` : '',
        view.text,
        answers(view.choices),
      ];
    case 'checklist': {
      const values = { count: view.items.length, none: view.none.label };
      return [view.text, fill(strings.speakChecklist, values)];
    }
    case 'explanation':
      return [
        `${view.title}.`,
        ...view.sections.flatMap(({ heading, statements }) => [
          heading ? `${heading}:` : '',
          ...statements.map(({ text }) => text),
        ]),
      ];
    case 'emergency':
      return [
        `${strings.important}: ${view.title}.`,
        ...view.contacts.map(({ label, number, note }) => `${label}: ${number}. ${note ? `${note}.` : ''}`),
        ...view.steps,
      ];
    case 'therapists':
      return [
        view.text,
        ...view.therapists.map(({ name, distance }) => `${name}${distance ? `, ${distance}` : ''}.`),
      ];
    case 'summary':
      return [`${view.title}.`];
  }
}

/** A few are read out; of many, the first would be forgotten before the last is heard. */
function answers(choices: { label: string }[] = []): string {
  const labels = choices.map(({ label }) => label).join(', ');
  return choices.length > 0 && choices.length <= 6 ? fill(strings.speakChoices, { choices: labels }) : '';
}
