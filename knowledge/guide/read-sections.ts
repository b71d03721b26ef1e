import { type Paragraph, readParagraphs } from './paragraphs.js';
import type { ReportFault } from './report-fault.js';

export interface Section {
  heading: string;
  slug: string;
  /** Of the heading, in the file. */
  line: number;
  paragraphs: Paragraph[];
}

/** A section's name in ids and front matter: "Will it hurt?" becomes will-it-hurt. */
export function sectionSlug(heading: string): string {
  return heading
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/**
 * The sections of a page under its `##` headings, each with its paragraphs.
 * @param start index of the first line behind the front matter
 */
export function readSections(lines: string[], start: number, report: ReportFault): Section[] {
  const sections: Section[] = [];
  const bodies: { from: number; to: number }[] = [];
  let strayTold = false;
  for (let index = start; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const [, marks = '', heading] = /^(#+)\s*(.*?)\s*#*$/.exec(line) ?? [];
    if (marks !== '' && marks !== '##') {
      report(
        'GUIDE_HEADING',
        index + 1,
        'a page has only second-level headings; write "## " before the heading',
      );
    }
    if (heading !== undefined) {
      const slug = sectionSlug(heading);
      const twin = sections.find((section) => section.slug === slug);
      if (twin) {
        report(
          'GUIDE_DUPLICATE_SECTION',
          index + 1,
          `the heading "${heading}" stands on line ${twin.line} too; word one of them differently`,
        );
      }
      if (!slug)
        report(
          'GUIDE_HEADING',
          index + 1,
          'the heading has no letters; write a question a patient would ask',
        );
      sections.push({ heading, slug, line: index + 1, paragraphs: [] });
      bodies.push({ from: index + 1, to: lines.length });
      const previous = bodies.at(-2);
      if (previous) previous.to = index;
    } else if (line.trim() && sections.length === 0 && !strayTold) {
      strayTold = true;
      report(
        'GUIDE_HEADING',
        index + 1,
        'text before the first heading is never shown; write a "## " heading above it',
      );
    }
  }
  if (sections.length === 0) {
    report(
      'GUIDE_EMPTY_PAGE',
      start,
      'the page has no section; write a "## " heading and a paragraph under it',
    );
  }
  sections.forEach((section, index) => {
    const body = bodies[index];
    if (body) section.paragraphs = readParagraphs(lines.slice(body.from, body.to), body.from + 1, report);
    if (section.paragraphs.length === 0) {
      report(
        'GUIDE_EMPTY_SECTION',
        section.line,
        `"${section.heading}" is empty; write its text or remove the heading`,
      );
    }
  });
  return sections;
}
