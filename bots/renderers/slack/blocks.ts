import { clip, oneLine, splitText } from '../shown-text.js';
import { limits } from './limits.js';

/** The part of Block Kit that we write. */
export interface Block {
  type: 'section' | 'header' | 'context' | 'divider' | 'actions' | 'input';
  [property: string]: unknown;
}

/** A plain_text object is never formatted, so that any text is shown as it is; empty ones are refused. */
export function plain(text: string, limit: number) {
  return { type: 'plain_text', text: clip(text, limit) || ' ', emoji: false };
}

/** As many sections as the text needs. */
export function sections(text: string): Block[] {
  return splitText(text, limits.section).map((part) => ({
    type: 'section',
    text: plain(part, limits.section),
  }));
}

/** @param lines are mrkdwn already; lines that do not fit are left out, so that no link is cut in two. */
export function mrkdwnSection(lines: readonly string[]): Block[] {
  const kept: string[] = [];
  for (const line of lines.filter((text) => text !== '')) {
    if ([...kept, line].join('\n').length <= limits.section) kept.push(line);
  }
  return kept.length > 0
    ? [{ type: 'section', text: { type: 'mrkdwn', text: kept.join('\n'), verbatim: true } }]
    : [];
}

export function header(text: string): Block[] {
  return text.trim() === '' ? [] : [{ type: 'header', text: plain(oneLine(text), limits.header) }];
}

/** Small print. */
export function context(text: string | undefined): Block[] {
  if (!text || text.trim() === '') return [];
  return [{ type: 'context', elements: [plain(text, limits.contextText)] }];
}

export function fields(texts: readonly string[]): Block[] {
  const shown = texts.slice(0, limits.fields).map((text) => plain(text, limits.field));
  return shown.length > 0 ? [{ type: 'section', fields: shown }] : [];
}

export const divider: Block = { type: 'divider' };

export function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}
