import type {
  EmergencyContact,
  EmergencyView,
  ExplanationView,
  SummaryView,
  TherapistCard,
  TherapistsView,
} from '../../../dialogs/views/view.js';
import { safeUrl, telephoneUrl } from '../links.js';
import { evidencePhrase, phrase } from '../phrases.js';
import { marks } from '../plain-text/plain-text.js';
import { clip } from '../shown-text.js';
import { type Block, context, divider, fields, header, mrkdwnSection, sections } from './blocks.js';
import { bold, mrkdwnLink, mrkdwnText } from './mrkdwn.js';

const longestQuote = 400;

export function explanationBlocks(view: ExplanationView): Block[] {
  const sources = view.citations.map(({ number, title, heading, text, evidence, sources: origins }) =>
    [
      `[${number}] ${title}: ${heading}${evidence ? ` (${evidencePhrase(evidence)})` : ''}`,
      text.trim() === '' ? '' : `“${clip(text.replace(/\s+/g, ' ').trim(), longestQuote)}”`,
      origins.join('; '),
    ]
      .filter((part) => part !== '')
      .join('\n'),
  );
  return [
    ...header(view.title),
    ...context(view.aiGenerated ? phrase('ai_generated') : undefined),
    ...view.sections.flatMap((section) => [
      ...mrkdwnSection([bold(clip(section.heading ?? '', 300))]),
      ...sections(section.statements.map(({ text, citations }) => text + marks(citations)).join(' ')),
      ...context(section.evidence ? evidencePhrase(section.evidence) : undefined),
    ]),
    ...(sources.length > 0
      ? [divider, ...mrkdwnSection([bold(phrase('sources'))]), ...sources.flatMap(context)]
      : []),
  ];
}

/** The numbers first. */
export function emergencyBlocks(view: EmergencyView): Block[] {
  return [
    ...header(view.title),
    ...view.contacts.flatMap((contact) => mrkdwnSection(contactLines(contact))),
    ...sections(view.steps.map((step, at) => `${at + 1}. ${step}`).join('\n')),
    ...context(view.reasons.length > 0 ? phrase('told_me', { reasons: view.reasons.join('; ') }) : undefined),
  ];
}

function contactLines({ label, number, note }: EmergencyContact): string[] {
  const url = telephoneUrl(number);
  const shown = url ? mrkdwnLink(number, url) : bold(clip(number, 300));
  return [`${bold(clip(`${label}:`, 300))} ${shown}`, note ? mrkdwnText(clip(note, 1000)) : ''];
}

export function therapistsBlocks(view: TherapistsView): Block[] {
  return [
    ...sections(view.text),
    ...context(view.notes.join('\n')),
    ...view.therapists.flatMap(therapistBlocks),
  ];
}

/** At most four blocks, so that ten therapists fit. */
function therapistBlocks(therapist: TherapistCard): Block[] {
  const { name, distance, place, credentials, reasons, cautions = [], facts, links } = therapist;
  const where = [distance, place].filter(Boolean).join(' · ');
  const warnings = cautions.map((caution) => `• ${phrase('caution', { caution })}`);
  const about = [...credentials, ...warnings, ...reasons.map((reason) => `• ${reason}`)];
  return [
    divider,
    ...mrkdwnSection([
      bold(clip(name, 300)),
      mrkdwnText(clip(where, 300)),
      ...about.slice(0, 10).map((text) => mrkdwnText(clip(text, 200))),
    ]),
    ...fields(facts.map(({ label, value }) => `${label}: ${value}`)),
    ...mrkdwnSection([links.flatMap(linkTo).join('   ')]),
  ];
}

function linkTo({ label, url }: TherapistCard['links'][number]): string[] {
  const safe = safeUrl(url);
  return safe && safe.length <= 500 ? [mrkdwnLink(clip(label, 75), safe)] : [];
}

export function summaryBlocks(view: SummaryView): Block[] {
  return view.sections.flatMap(({ heading, lines }) => [
    ...mrkdwnSection([bold(clip(heading, 300))]),
    ...sections(lines.map((item) => `• ${item}`).join('\n')),
  ]);
}
