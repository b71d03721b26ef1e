import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CodedError } from '../../coded-error.js';
import { shownPath } from '../../data-file.js';
import { guideFaults, markdownFiles, shippedFolder } from '../load-guide.js';
import type { GuidePage } from '../page.js';
import { readPage } from '../parse-page.js';
import type { ReportFault } from '../report-fault.js';
import { checkLinks } from './check-links.js';
import { checkPage } from './check-page.js';
import { checkLimits, type Limits } from './limits.js';

export interface CheckOptions {
  today: Date;
  limits?: Limits;
}

/**
 * Everything that is wrong with the pages of a folder, by file and line: what keeps them from being read first, then
 * what keeps them from being published. Nothing is thrown for a page; a folder that cannot be read is.
 */
export function checkGuide(
  folder: string | undefined,
  { today, limits = checkLimits() }: CheckOptions,
): CodedError[] {
  const root = folder ?? shippedFolder;
  const faults = guideFaults(root);
  const pages = markdownFiles(root).map((file) => {
    const text = readFileSync(file, 'utf8');
    return { file, lines: text.split(/\r?\n/), page: readPage(text, file).page };
  });
  const hasSection = sectionsOf(pages.flatMap(({ page }) => page ?? []));
  for (const { file, lines, page } of pages) {
    const report: ReportFault = (code, line, message) => {
      faults.push(new CodedError(code, `${shownPath(join(root, basename(file)))}:${line}: ${message}`));
    };
    checkLinks(lines, hasSection, report);
    if (page) checkPage(page, lines, limits, today, report);
  }
  return faults;
}

function sectionsOf(pages: readonly GuidePage[]): (id: string) => boolean {
  const known = new Set(pages.flatMap(({ passages }) => passages.map(({ id }) => id)));
  const read = new Set<string>(pages.map(({ id }) => id));
  return (id) => known.has(id) || !read.has(id.split('#')[0] ?? '');
}
