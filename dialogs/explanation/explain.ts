import { z } from 'zod';
import { projectPath, readDataFile } from '../../knowledge/data-file.js';
import { pagesFor } from '../../knowledge/guide/condition-pages.js';
import type { Guide } from '../../knowledge/guide/load-guide.js';
import type { Passage } from '../../knowledge/guide/passage.js';
import type { Assessment, Caution } from '../../knowledge/safety/assessment.js';
import type { Report } from '../../knowledge/symptoms/report.js';
import { citation } from '../anytime/citation.js';
import { say } from '../phrases/phrases.js';
import type { ExplanationView, Statement } from '../views/view.js';

const partSchema = z.strictObject({
  heading: z.string().min(1),
  page: z.string().optional(),
  section: z.string().optional(),
  /** A passage, for pages that have no such section. */
  otherwise: z.string().includes('#').optional(),
  sentences: z.number().int().positive(),
});
type Part = z.infer<typeof partSchema>;

const parts = readDataFile(
  projectPath('dialogs', 'explanation', 'parts.yaml'),
  z.strictObject({
    complaint: z.array(partSchema),
    general: z.array(partSchema),
    cautions: z.strictObject({ heading: z.string().min(1), passage: z.string().min(1) }),
  }),
);

/** More than two complaints in one explanation are not read. */
const MOST_PAGES = 2;

/** How massage could help this complaint, from the guide: every statement with the passage it rests on. */
export function explain(report: Report, assessment: Assessment, guide: Guide): ExplanationView {
  const { pages, specific } = pagesFor(report);
  const passages: Passage[] = [];
  const cite = (passage: Passage) => {
    if (!passages.includes(passage)) passages.push(passage);
    return passages.indexOf(passage) + 1;
  };
  const told = specific
    ? parts.complaint.map((part) => section(part, pages.slice(0, MOST_PAGES), guide, cite))
    : parts.general.map((part) => section(part, part.page ? [part.page] : [], guide, cite));
  const cautions = cautionSection(assessment.cautions, guide, cite);
  return {
    kind: 'explanation',
    title: say('explanation.title'),
    sections: [
      ...(specific ? [] : [{ statements: [{ text: say('explanation.no_page'), citations: [] }] }]),
      ...told,
      ...(cautions ? [cautions] : []),
    ].filter(({ statements }) => statements.length > 0),
    citations: passages.map(citation),
  };
}

type Section = ExplanationView['sections'][number];

function section(part: Part, pages: string[], guide: Guide, cite: (passage: Passage) => number): Section {
  const found = [...new Set(pages.map((page) => passageFor(part, page, guide)))].filter(
    (passage) => passage !== undefined,
  );
  const evidence = found.map((passage) => passage.evidence).find((level) => level !== undefined);
  return {
    heading: part.heading,
    statements: found.map((passage) => ({
      text: firstSentences(passage.text, part.sentences),
      citations: [cite(passage)],
    })),
    ...(evidence && { evidence }),
  };
}

function passageFor({ section, otherwise }: Part, page: string, guide: Guide): Passage | undefined {
  const passages = guide.page(page)?.passages;
  const own = section && passages?.find((passage) => passage.section === section);
  return own || (otherwise ? guide.passage(otherwise) : passages?.[0]);
}

/** The cautions of this patient, strictest first, resting on the guide's page of who should wait. */
function cautionSection(
  cautions: Caution[],
  guide: Guide,
  cite: (passage: Passage) => number,
): Section | undefined {
  const passage = guide.passage(parts.cautions.passage);
  if (!passage || cautions.length === 0) return undefined;
  const labels = [...new Set(cautions.map(({ label }) => label))];
  const statements: Statement[] = labels.map((text) => ({ text, citations: [cite(passage)] }));
  return { heading: parts.cautions.heading, statements };
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

function firstSentences(text: string, count: number): string {
  const all = Array.from(sentences.segment(text.replace(/\s+/g, ' ')), ({ segment }) => segment.trim());
  return all.slice(0, count).join(' ');
}
