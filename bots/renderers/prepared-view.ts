import type { View } from '../../dialogs/views/view.js';
import { safeUrl } from './links.js';
import type { Renderer } from './renderer.js';
import { cleanText } from './shown-text.js';

/** A renderer that is given only views whose texts are clean and whose links are safe. */
export function preparing(renderer: Renderer): Renderer {
  return { render: (view) => renderer.render(prepareView(view)) };
}

/** The view with control characters taken out of every text, and links that are not allowed left out. */
function prepareView(view: View): View {
  const clean = cleanDeep(view);
  if (clean.kind !== 'therapists') return clean;
  const therapists = clean.therapists.map((therapist) => ({
    ...therapist,
    links: therapist.links.flatMap(({ label, url }) => {
      const safe = safeUrl(url);
      return safe === undefined ? [] : [{ label, url: safe }];
    }),
  }));
  return { ...clean, therapists };
}

function cleanDeep<T>(value: T): T;
function cleanDeep(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map((item: unknown) => cleanDeep(item));
  if (typeof value !== 'object' || value === null) return value;
  const clean: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) if (item !== undefined) clean[key] = cleanDeep(item);
  return clean;
}
