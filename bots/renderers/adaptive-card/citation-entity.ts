import type { Entity } from 'botbuilder-core';
import type { ExplanationView } from '../../../dialogs/views/view.js';
import { evidencePhrase } from '../phrases.js';
import { clip } from '../shown-text.js';

/** Teams' limits. */
const longestName = 80;
const longestAbstract = 160;
const longestKeyword = 28;

/** The citations, and the label of what a model worded, as Teams and Web Chat read them. */
export function citationEntity(view: ExplanationView): Entity {
  return {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
    ...(view.aiGenerated ? { additionalType: ['AIGeneratedContent'] } : {}),
    citation: view.citations.map(({ number, title, heading, text, evidence }) => ({
      '@type': 'Claim',
      position: number,
      appearance: {
        '@type': 'DigitalDocument',
        name: clip(`${title}: ${heading}`, longestName),
        abstract: clip(text.replace(/\s+/g, ' ').trim() || heading, longestAbstract),
        ...(evidence ? { keywords: [clip(evidencePhrase(evidence), longestKeyword)] } : {}),
      },
    })),
  };
}
