import type { ReportFault } from './report-fault.js';

export interface Paragraph {
  /** Plain text on one line, without Markdown and without source marks. */
  text: string;
  /** Ids of the sources marked at its end, as in "… helped for a while. [gross-2024]". */
  sources: string[];
  /** Its last line in the file. */
  lastLine: number;
}

const MARK = /\[([a-z][a-z0-9-]*)\]/g;
const MARKS_AT_END = /(?:\s*\[[a-z][a-z0-9-]*\])+$/;

/**
 * Splits the lines of a section into paragraphs of plain text; a list item is a paragraph of its own.
 * @param firstLine the file's line on which `lines` begins
 * @param report is told of a source mark that does not stand at the end of its paragraph
 */
export function readParagraphs(lines: string[], firstLine: number, report: ReportFault): Paragraph[] {
  return blocks(lines).map(({ text, last }) => {
    const lastLine = firstLine + last;
    const marks = MARKS_AT_END.exec(text)?.[0] ?? '';
    const body = plainText(text.slice(0, text.length - marks.length));
    const strayMark = MARK_ANYWHERE.exec(body)?.[0];
    if (strayMark) {
      report(
        'GUIDE_SOURCE_MISPLACED',
        lastLine,
        `${strayMark} must stand at the end of its paragraph; move it there`,
      );
    }
    if (!body)
      report('GUIDE_SOURCE_MISPLACED', lastLine, `${marks.trim()} has no paragraph before it; write one`);
    return { text: body, sources: [...marks.matchAll(MARK)].map((mark) => mark[1] ?? ''), lastLine };
  });
}

const MARK_ANYWHERE = new RegExp(MARK.source);

function blocks(lines: string[]): { text: string; last: number }[] {
  const found: { text: string; last: number }[] = [];
  let open = false;
  lines.forEach((line, index) => {
    const item = /^\s*(?:[-*+]|\d+[.)])\s+(.*)$/.exec(line)?.[1];
    const text = (item ?? line).trim();
    const current = found.at(-1);
    if (!text) open = false;
    else if (open && item === undefined && current) {
      current.text += ` ${text}`;
      current.last = index;
    } else {
      found.push({ text, last: index });
      open = true;
    }
  });
  return found;
}

/** Views carry plain text only, so what an operator emphasised or linked is shown as its words. */
function plainText(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__)(.+?)\1/g, '$2')
    .replace(/(^|\W)[*_](\S(?:.*?\S)?)[*_](?=\W|$)/g, '$1$2')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
