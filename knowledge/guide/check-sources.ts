import type { PageSource } from './page.js';
import type { Section } from './read-sections.js';
import type { ReportFault } from './report-fault.js';

/** Whether every source is listed once and cited, and every mark names one. */
export function checkSources(
  sources: PageSource[],
  sections: Section[],
  lineOf: (pattern: RegExp) => number,
  report: ReportFault,
): void {
  const listed = new Set<string>();
  for (const { id } of sources) {
    if (listed.has(id)) {
      report(
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
      report(
        'GUIDE_SOURCE_UNKNOWN',
        paragraph.lastLine,
        `[${id}] is not among this page's sources; list it under sources, or write one of ${[...listed].join(', ') || 'none yet'}`,
      );
    }
  }
  for (const { id } of sources) {
    if (paragraphs.some((paragraph) => paragraph.sources.includes(id))) continue;
    report(
      'GUIDE_SOURCE_UNUSED',
      lineOf(new RegExp(`\\bid\\s*:\\s*["']?${id}\\b`)),
      `source "${id}" is cited nowhere; write [${id}] at the end of the paragraph that rests on it, or remove it`,
    );
  }
}
