import type { TherapistCard, TherapistsView } from '../../../dialogs/views/view.js';
import { safeUrl } from '../links.js';
import { phrase } from '../phrases.js';
import { clip } from '../shown-text.js';
import { actionRows, openUrl } from './actions.js';
import type { CardElement, CardParts, Detail } from './card.js';
import { choiceActions } from './choice-actions.js';
import { bullets, container, heading, line, paragraphs, smallPrint } from './elements.js';

const mostLinks = 5;

export function therapistsCard(view: TherapistsView, detail: Detail): CardParts {
  const left = view.therapists.length - detail.therapists;
  return {
    content: [
      ...paragraphs(view.text, detail.text),
      ...view.notes.map((note) => smallPrint(clip(note, detail.text))),
      ...view.therapists
        .slice(0, detail.therapists)
        .flatMap((therapist) => therapistElements(therapist, detail)),
      ...(left > 0 ? [smallPrint(phrase('more_therapists', { count: left }))] : []),
    ],
    actions: choiceActions(view.choices),
  };
}

function therapistElements(therapist: TherapistCard, detail: Detail): CardElement[] {
  const { name, distance, place, credentials, reasons, cautions = [], facts, links } = therapist;
  const where = [distance, place].filter(Boolean).join(' · ');
  return container(
    [
      heading(name),
      ...(where ? [line([clip(where, detail.text)], { spacing: 'None' })] : []),
      ...credentials.slice(0, detail.facts).map((credential) => smallPrint(clip(credential, detail.text))),
      ...bullets(reasons.slice(0, detail.facts), detail.text),
      ...cautions.map((caution) =>
        line([{ text: clip(phrase('caution', { caution }), detail.text), weight: 'Bolder' }], {
          spacing: 'Small',
        }),
      ),
      ...facts
        .slice(0, detail.facts)
        .map(({ label, value }) =>
          line([{ text: `${label}: `, weight: 'Bolder' }, clip(value, detail.text)], { spacing: 'Small' }),
        ),
      ...actionRows(linkActions(links)),
    ],
    { style: 'emphasis', spacing: 'Medium' },
  );
}

/** Checked here as well as before: a card's client opens whatever it is given. */
function linkActions(links: TherapistCard['links']) {
  return links.slice(0, mostLinks).flatMap(({ label, url }) => {
    const safe = safeUrl(url);
    return safe ? [openUrl(label, safe)] : [];
  });
}
