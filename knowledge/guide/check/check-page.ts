import { instructionIn } from '../../instructions/instructions.js';
import type { GuidePage } from '../page.js';
import { sectionSlug } from '../read-sections.js';
import { fleschKincaidGrade } from '../reading-level.js';
import type { ReportFault } from '../report-fault.js';
import type { Limits } from './limits.js';

const DAY_MS = 86_400_000;

/** What a page that can be read still lacks to be published: length, plain language, evidence, sources, a recent look. */
export function checkPage(
  page: GuidePage,
  lines: readonly string[],
  limits: Limits,
  today: Date,
  report: ReportFault,
): void {
  const headingLine = (slug: string) =>
    lines.findIndex((line) => line.startsWith('## ') && sectionSlug(line.slice(3)) === slug) + 1;
  const frontLine = (pattern: RegExp) => Math.max(1, lines.findIndex((line) => pattern.test(line)) + 1);

  checkReview(page, limits, today, (code, message) => report(code, frontLine(/^lastReviewed:/), message));
  for (const { id, title, publisher = '' } of page.sources) {
    const weak = limits.weakSource.exec(`${title} ${publisher}`)?.[0];
    if (weak)
      report(
        'GUIDE_SOURCE_WEAK',
        frontLine(new RegExp(`\\bid:\\s*["']?${id}\\b`)),
        `source "${id}" is no original (${weak}); cite the study or guideline itself, or write consensus and no source`,
      );
  }
  const pageGrade = fleschKincaidGrade(page.passages.map(({ text }) => text).join('\n'));
  if (pageGrade > limits.pageGrade)
    report('GUIDE_READING_LEVEL', 1, `the page ${tooHard(pageGrade, limits.pageGrade)}`);
  for (const { section, heading, text, evidence } of page.passages) {
    const line = headingLine(section);
    const words = text.split(/\s+/).length;
    if (words > limits.mostWords)
      report(
        'GUIDE_SECTION_LONG',
        line,
        `"${heading}" has ${words} words, and no more than ${limits.mostWords} can be quoted; part it under two headings`,
      );
    if (words < limits.leastWords)
      report(
        'GUIDE_SECTION_SHORT',
        line,
        `"${heading}" has ${words} words, and fewer than ${limits.leastWords} answer nothing; say more, or join it to another`,
      );
    const grade = fleschKincaidGrade(text);
    if (grade > limits.sectionGrade)
      report('GUIDE_READING_LEVEL', line, `"${heading}" ${tooHard(grade, limits.sectionGrade)}`);
    const instruction = instructionIn(text);
    if (instruction)
      report(
        'GUIDE_INSTRUCTION',
        line,
        `"${heading}" talks to a program ("${instruction.slice(0, 60)}"); a page talks to its reader, so take it out`,
      );
    const claim = limits.claim.exec(text)?.[0];
    if (claim && !evidence)
      report(
        'GUIDE_CLAIM_WITHOUT_EVIDENCE',
        line,
        `"${heading}" claims something ("${claim}"); add "${section}: low" (or another level) under evidence`,
      );
  }
}

function tooHard(grade: number, limit: number): string {
  return `asks for ${grade.toFixed(1)} years of school where ${limit} are the limit; write shorter sentences and plainer words`;
}

function checkReview(
  { lastReviewed }: GuidePage,
  { reviewDays }: Limits,
  today: Date,
  report: (code: string, message: string) => void,
): void {
  const days = (today.getTime() - Date.parse(lastReviewed)) / DAY_MS;
  if (days < -1)
    report(
      'GUIDE_REVIEW_DATE',
      `lastReviewed: ${lastReviewed} lies in the future; write the day it was read`,
    );
  if (days > reviewDays)
    report(
      'GUIDE_REVIEW_DATE',
      `lastReviewed: nobody has read the page since ${lastReviewed}; read it, then write today's date`,
    );
}
