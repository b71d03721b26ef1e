import type { Passage } from '../../knowledge/guide/passage.js';
import type { Citation } from '../views/view.js';

/** A passage as a numbered citation. */
export function citation(passage: Passage, index: number): Citation {
  return {
    number: index + 1,
    passage: passage.id,
    title: passage.pageTitle,
    heading: passage.heading,
    text: passage.text,
    ...(passage.evidence && { evidence: passage.evidence }),
    sources: passage.sources.map(({ title, year, doi, publisher }) =>
      [title, publisher, year, doi && `doi ${doi}`].filter(Boolean).join(', '),
    ),
  };
}
