import type { EmergencyContact, EmergencyView } from '../../../dialogs/views/view.js';
import { telephoneUrl } from '../links.js';
import { phrase } from '../phrases.js';
import { clip } from '../shown-text.js';
import { actionRow, openUrl } from './actions.js';
import type { CardElement, CardParts, Detail } from './card.js';
import { choiceActions } from './choice-actions.js';
import { container, heading, line, smallPrint } from './elements.js';

/** The numbers first: each to read, and to call with one press where the device can. */
export function emergencyCard(view: EmergencyView, detail: Detail): CardParts {
  const style = view.disposition === 'emergency' ? 'attention' : 'warning';
  const steps = view.steps.map((step, at) =>
    line([`${at + 1}.  ${clip(step, detail.text)}`], { spacing: 'Small' }),
  );
  return {
    content: [
      ...container([heading(view.title, 'Large'), ...view.contacts.flatMap(contactElements)], {
        style,
        bleed: true,
      }),
      ...container(steps.length > 0 ? [heading(phrase('steps'), 'Default'), ...steps] : [], {
        spacing: 'Medium',
      }),
      ...(view.reasons.length > 0
        ? [smallPrint(clip(phrase('told_me', { reasons: view.reasons.join('; ') }), detail.text))]
        : []),
    ],
    actions: choiceActions(view.choices),
  };
}

function contactElements({ label, number, note }: EmergencyContact): CardElement[] {
  const url = telephoneUrl(number);
  const call = phrase('call', { number });
  return [
    line(
      [
        { text: `${label}: `, weight: 'Bolder' },
        { text: number, weight: 'Bolder', size: 'Large' },
      ],
      {
        spacing: 'Medium',
      },
    ),
    ...(note ? [line([note], { spacing: 'None' })] : []),
    ...(url ? actionRow([openUrl(call, url, { style: 'destructive' })], { spacing: 'Small' }) : []),
  ];
}
