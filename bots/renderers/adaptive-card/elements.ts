import { clip, oneLine, paragraphsOf } from '../shown-text.js';
import type { CardElement } from './card.js';
import { escapeMarkdown } from './markdown.js';

/** A run of text within a paragraph. Runs are never Markdown, so that any text is shown as it is. */
export type Run = string | { text: string; weight?: 'Bolder'; isSubtle?: boolean; size?: 'Small' | 'Large' };

const longestHeading = 300;

/** A heading, for screen readers too. TextBlocks are Markdown, hence escaped. */
export function heading(text: string, size: 'Large' | 'Medium' | 'Default' = 'Medium'): CardElement {
  return {
    type: 'TextBlock',
    text: escapeMarkdown(withoutMacros(clip(oneLine(text), longestHeading))),
    style: 'heading',
    size,
    weight: 'Bolder',
    wrap: true,
  };
}

/** Clients turn `{{DATE(…)}}` in any text into a date. */
function withoutMacros(text: string): string {
  return text.replace(/\{\{(?=\s*(?:DATE|TIME)\b)/g, '{ {');
}

export function line(runs: readonly Run[], more: Record<string, unknown> = {}): CardElement {
  const inlines = runs
    .map((run) => (typeof run === 'string' ? { text: run } : run))
    .filter(({ text }) => text !== '')
    .map((run) => ({ type: 'TextRun', ...run, text: withoutMacros(run.text) }));
  return { type: 'RichTextBlock', inlines, ...more };
}

/** A text with its paragraphs and lines. */
export function paragraphs(text: string, limit: number): CardElement[] {
  return paragraphsOf(clip(text, limit)).flatMap((paragraph) =>
    paragraph
      .split('\n')
      .filter((part) => part.trim() !== '')
      .map((part, at) => line([part], at > 0 ? { spacing: 'None' } : {})),
  );
}

export function smallPrint(text: string): CardElement {
  return line([{ text, isSubtle: true, size: 'Small' }], { spacing: 'Small' });
}

export function bullets(items: readonly string[], limit: number): CardElement[] {
  return items.map((item) => line([`•  ${clip(item, limit)}`], { spacing: 'Small' }));
}

export function container(items: CardElement[], more: Record<string, unknown> = {}): CardElement[] {
  return items.length > 0 ? [{ type: 'Container', items, ...more }] : [];
}
