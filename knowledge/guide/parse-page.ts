import { CodedError } from '../coded-error.js';
import { parseData, shownPath } from '../data-file.js';
import { frontMatterSchema, type GuidePage, type PageSource } from './page.js';
import { type Paragraph, readParagraphs } from './paragraphs.js';
import type { Passage, Source } from './passage.js';

interface Section {
  heading: string;
  slug: string;
  /** Of the heading, in the file. */
  line: number;
  paragraphs: Paragraph[];
}

/**
 * Reads one page: YAML front matter between two --- lines, then sections under `##` headings.
 * @throws CodedError naming file and line, what is wrong and what to write.
 */
export function parsePage(text: string, path: string): GuidePage {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const fail: Fail = (code, line, message) => {
    throw new CodedError(code, `${shownPath(path)}:${line}: ${message}`);
  };
  const end = frontMatterEnd(lines, fail);
  const { sources, ...front } = parseData(lines.slice(1, end).join('\n'), frontMatterSchema, path, 2);
  const sections = readSections(lines, end + 1, fail);
  const lineOf = (pattern: RegExp) => lines.slice(0, end).findIndex((line) => pattern.test(line)) + 1;

  checkSources(sources, sections, lineOf, fail);
  for (const slug of Object.keys(front.evidence)) {
    if (sections.some((section) => section.slug === slug)) continue;
    const known = sections.map((section) => section.slug).join(', ');
    fail(
      'GUIDE_EVIDENCE_SECTION',
      lineOf(new RegExp(`^\\s+["']?${slug.replace(/[^\w-]/g, '.')}["']?\\s*:`)),
      `evidence.${slug}: this page has no such section; write one of ${known}`,
    );
  }

  const passages = sections.map((section): Passage => {
    const evidence = front.evidence[section.slug];
    const cited = new Set(section.paragraphs.flatMap((paragraph) => paragraph.sources));
    if (cited.size > 0 && evidence === undefined) {
      fail(
        'GUIDE_EVIDENCE_MISSING',
        section.line,
        `"${section.heading}" cites a source but has no level; add "${section.slug}: low" (or another level) under evidence`,
      );
    }
    return {
      id: `${front.id}#${section.slug}`,
      page: front.id,
      section: section.slug,
      pageTitle: front.title,
      heading: section.heading,
      text: section.paragraphs.map((paragraph) => paragraph.text).join('\n\n'),
      ...(evidence && { evidence }),
      sources: sources.filter((source) => cited.has(source.id)).map(withoutId),
    };
  });
  return { ...front, sources, passages };
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

type Fail = (code: string, line: number, message: string) => never;

function frontMatterEnd(lines: string[], fail: Fail): number {
  if (lines[0]?.trimEnd() !== '---') {
    fail('GUIDE_FRONT_MATTER', 1, 'a page begins with its front matter; write --- on the first line');
  }
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (end < 0) fail('GUIDE_FRONT_MATTER', 1, 'the front matter never ends; write --- on a line after it');
  return end;
}

function readSections(lines: string[], start: number, fail: Fail): Section[] {
  const sections: Section[] = [];
  const bodies: { from: number; to: number }[] = [];
  for (let index = start; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const heading = /^##\s+(.*?)\s*#*$/.exec(line)?.[1];
    if (heading) {
      const slug = sectionSlug(heading);
      const twin = sections.find((section) => section.slug === slug);
      if (twin) {
        fail(
          'GUIDE_DUPLICATE_SECTION',
          index + 1,
          `the heading "${heading}" stands on line ${twin.line} too; word one of them differently`,
        );
      }
      if (!slug)
        fail('GUIDE_HEADING', index + 1, 'the heading has no letters; write a question a patient would ask');
      sections.push({ heading, slug, line: index + 1, paragraphs: [] });
      bodies.push({ from: index + 1, to: lines.length });
      const previous = bodies.at(-2);
      if (previous) previous.to = index;
    } else if (/^#/.test(line)) {
      fail(
        'GUIDE_HEADING',
        index + 1,
        'a page has only second-level headings; write "## " before the heading',
      );
    } else if (line.trim() && sections.length === 0) {
      fail(
        'GUIDE_HEADING',
        index + 1,
        'text before the first heading is never shown; write a "## " heading above it',
      );
    }
  }
  if (sections.length === 0) {
    fail(
      'GUIDE_EMPTY_PAGE',
      start,
      'the page has no section; write a "## " heading and a paragraph under it',
    );
  }
  sections.forEach((section, index) => {
    const body = bodies[index];
    if (body) section.paragraphs = readParagraphs(lines.slice(body.from, body.to), body.from + 1, fail);
    if (section.paragraphs.length === 0) {
      fail(
        'GUIDE_EMPTY_SECTION',
        section.line,
        `"${section.heading}" is empty; write its text or remove the heading`,
      );
    }
  });
  return sections;
}

function checkSources(
  sources: PageSource[],
  sections: Section[],
  lineOf: (pattern: RegExp) => number,
  fail: Fail,
): void {
  const listed = new Set<string>();
  for (const { id } of sources) {
    if (listed.has(id)) {
      fail(
        'GUIDE_DUPLICATE_SOURCE',
        lineOf(/^sources\s*:/),
        `sources: "${id}" is listed twice; give each its own id`,
      );
    }
    listed.add(id);
  }
  const paragraphs = sections.flatMap((section) => section.paragraphs);
  for (const paragraph of paragraphs) {
    for (const id of paragraph.sources) {
      if (listed.has(id)) continue;
      fail(
        'GUIDE_SOURCE_UNKNOWN',
        paragraph.lastLine,
        `[${id}] is not among this page's sources; list it under sources, or write one of ${[...listed].join(', ') || 'none yet'}`,
      );
    }
  }
  for (const { id } of sources) {
    if (paragraphs.some((paragraph) => paragraph.sources.includes(id))) continue;
    fail(
      'GUIDE_SOURCE_UNUSED',
      lineOf(new RegExp(`\\bid\\s*:\\s*["']?${id}\\b`)),
      `source "${id}" is cited nowhere; write [${id}] at the end of the paragraph that rests on it, or remove it`,
    );
  }
}

function withoutId({ id: _, ...source }: PageSource): Source {
  return source;
}
