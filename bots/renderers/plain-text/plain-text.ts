import type {
  ChecklistView,
  Choice,
  EmergencyView,
  ExplanationView,
  QuestionView,
  SummaryView,
  TherapistCard,
  TherapistsView,
  View,
} from '../../../dialogs/views/view.js';
import { choiceLines } from '../choice-labels.js';
import { readableUrl } from '../links.js';
import { evidencePhrase, phrase } from '../phrases.js';

/** Everything of the view as plain text, in short paragraphs that read well aloud. */
export function plainText(view: View): string {
  return paragraphs(view)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

function paragraphs(view: View): string[] {
  switch (view.kind) {
    case 'message':
      return [
        view.tone === 'warning' ? phrase('important_message', { text: view.text }) : view.text,
        offers(view.choices),
      ];
    case 'question':
      return questionParagraphs(view);
    case 'checklist':
      return checklistParagraphs(view);
    case 'explanation':
      return explanationParagraphs(view);
    case 'emergency':
      return emergencyParagraphs(view);
    case 'therapists':
      return therapistsParagraphs(view);
    case 'summary':
      return summaryParagraphs(view);
  }
}

/** `why` is left out: it would be read out with every question, and "why" asks for it. */
function questionParagraphs(view: QuestionView): string[] {
  return [view.progress ? phrase('progress', view.progress) : '', view.text, offers(view.choices)];
}

function checklistParagraphs(view: ChecklistView): string[] {
  return [
    view.text,
    lines(choiceLines([...view.items, view.none])),
    phrase('reply_with_numbers', { none: view.none.label }),
  ];
}

function explanationParagraphs(view: ExplanationView): string[] {
  const sources = view.citations.map((citation) => {
    const evidence = citation.evidence ? ` (${evidencePhrase(citation.evidence)})` : '';
    const origins = citation.sources.length > 0 ? `. ${citation.sources.join('; ')}` : '';
    return `[${citation.number}] ${citation.title}: ${citation.heading}${evidence}${origins}`;
  });
  return [
    view.title,
    view.aiGenerated ? phrase('ai_generated') : '',
    ...view.sections.flatMap((section) => [
      lines([
        section.heading ? `${section.heading}:` : '',
        section.statements.map(({ text, citations }) => text + marks(citations)).join(' '),
        section.evidence ? evidencePhrase(section.evidence) : '',
      ]),
    ]),
    sources.length > 0 ? lines([`${phrase('sources')}:`, ...sources, phrase('say_source')]) : '',
    offers(view.choices),
    view.helpful?.hint ?? '',
  ];
}

/** Numbers to call first: they are what must be seen before anything else. */
function emergencyParagraphs(view: EmergencyView): string[] {
  return [
    view.title,
    lines(view.contacts.map(({ label, number, note }) => `${label}: ${number}${note ? ` (${note})` : ''}`)),
    lines(view.steps.map((step) => `- ${step}`)),
    view.reasons.length > 0 ? phrase('told_me', { reasons: view.reasons.join('; ') }) : '',
    offers(view.choices),
  ];
}

function therapistsParagraphs(view: TherapistsView): string[] {
  return [view.text, ...view.therapists.map(therapistLines), ...view.notes, offers(view.choices)];
}

function therapistLines(therapist: TherapistCard): string {
  return lines([
    [therapist.name, therapist.distance, therapist.place].filter(Boolean).join(', '),
    ...therapist.credentials.map((credential) => `- ${credential}`),
    ...therapist.reasons.map((reason) => `- ${reason}`),
    ...(therapist.cautions ?? []).map((caution) => `- ${phrase('caution', { caution })}`),
    ...therapist.facts.map(({ label, value }) => `- ${label}: ${value}`),
    ...therapist.links.map((link) => `- ${linkText(link)}`),
  ]);
}

/** "Website: https://…", but "Call +1-617-555-0142" alone where the label says it all. */
function linkText({ label, url }: TherapistCard['links'][number]): string {
  const readable = readableUrl(url);
  const bare = (text: string) => text.replace(/[\s().-]/g, '');
  return bare(label).includes(bare(readable)) ? label : `${label}: ${readable}`;
}

function summaryParagraphs(view: SummaryView): string[] {
  return [
    view.title,
    ...view.sections.map(({ heading, lines: items }) =>
      lines([`${heading}:`, ...items.map((item) => `- ${item}`)]),
    ),
    offers(view.choices),
  ];
}

function offers(choices: readonly Choice[] | undefined): string {
  return choices ? lines(choiceLines(choices)) : '';
}

/** " [1][3]" behind a statement. */
export function marks(citations: readonly number[]): string {
  return citations.length > 0 ? ` ${citations.map((number) => `[${number}]`).join('')}` : '';
}

function lines(items: readonly string[]): string {
  return items.filter((item) => item !== '').join('\n');
}
