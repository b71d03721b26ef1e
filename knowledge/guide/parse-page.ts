import { CodedError } from '../coded-error.js';
import { parseData, shownPath } from '../data-file.js';
import { checkSources } from './check-sources.js';
import { frontMatterSchema, type GuidePage, type PageSource } from './page.js';
import type { Passage, Source } from './passage.js';
import { readSections, type Section } from './read-sections.js';
import type { ReportFault } from './report-fault.js';

/** A page as it was read, with everything that is wrong with it, from top to bottom. */
export interface ReadPage {
  /** Absent where the front matter cannot be read; with faults it is not fit to be shown. */
  page?: GuidePage;
  faults: CodedError[];
}

/** Reads one page: YAML front matter between two --- lines, then sections under `##` headings. Nothing is thrown. */
export function readPage(text: string, path: string): ReadPage {
  const faults: CodedError[] = [];
  const report: ReportFault = (code, line, message) => {
    faults.push(new CodedError(code, `${shownPath(path)}:${line}: ${message}`));
  };
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const end = frontMatterEnd(lines, report);
  if (end === undefined) return { faults };
  const front = readFrontMatter(lines, end, path, faults);
  if (!front) return { faults };
  const { sources, ...head } = front;
  const sections = readSections(lines, end + 1, report);
  const lineOf = (pattern: RegExp) => lines.slice(0, end).findIndex((line) => pattern.test(line)) + 1;

  checkSources(sources, sections, lineOf, report);
  for (const slug of Object.keys(head.evidence)) {
    if (sections.length === 0 || sections.some((section) => section.slug === slug)) continue;
    const known = sections.map((section) => section.slug).join(', ');
    report(
      'GUIDE_EVIDENCE_SECTION',
      lineOf(new RegExp(`^\\s+["']?${slug.replace(/[^\w-]/g, '.')}["']?\\s*:`)),
      `evidence.${slug}: this page has no such section; write one of ${known}`,
    );
  }
  const passages = sections.map((section) => passageOf(section, head, sources, report));
  return { page: { ...head, sources, passages }, faults };
}

function readFrontMatter(lines: string[], end: number, path: string, faults: CodedError[]) {
  try {
    return parseData(lines.slice(1, end).join('\n'), frontMatterSchema, path, 2);
  } catch (fault) {
    if (!(fault instanceof CodedError)) throw fault;
    faults.push(fault);
    return undefined;
  }
}

function passageOf(
  section: Section,
  { id, title, evidence: levels }: Pick<GuidePage, 'id' | 'title' | 'evidence'>,
  sources: readonly PageSource[],
  report: ReportFault,
): Passage {
  const evidence = levels[section.slug];
  const cited = new Set(section.paragraphs.flatMap((paragraph) => paragraph.sources));
  if (cited.size > 0 && evidence === undefined) {
    report(
      'GUIDE_EVIDENCE_MISSING',
      section.line,
      `"${section.heading}" cites a source but has no level; add "${section.slug}: low" (or another level) under evidence`,
    );
  }
  return {
    id: `${id}#${section.slug}`,
    page: id,
    section: section.slug,
    pageTitle: title,
    heading: section.heading,
    text: section.paragraphs.map((paragraph) => paragraph.text).join('\n\n'),
    ...(evidence && { evidence }),
    sources: sources.filter((source) => cited.has(source.id)).map(withoutId),
  };
}

/** The index of the line that ends the front matter. */
function frontMatterEnd(lines: string[], report: ReportFault): number | undefined {
  if (lines[0]?.trimEnd() !== '---') {
    report('GUIDE_FRONT_MATTER', 1, 'a page begins with its front matter; write --- on the first line');
    return undefined;
  }
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (end >= 0) return end;
  report('GUIDE_FRONT_MATTER', 1, 'the front matter never ends; write --- on a line after it');
  return undefined;
}

function withoutId({ id: _, ...source }: PageSource): Source {
  return source;
}
