import { expect } from 'chai';
import { loadLexicon } from '../../../knowledge/symptoms/lexicon/lexicon.js';
import { readSymptoms } from '../../../knowledge/symptoms/read-symptoms.js';

const lexicon = loadLexicon();

/** The plainest sayings of a phrase: optional words left out, one alternative after the other. */
function sayings(phrase: string): string[] {
  const parts = phrase
    .replace(/^"|"$/g, '')
    .replace(/\{[^}]*\}|\[[^\]]*\]/g, ' ')
    .trim()
    .split(/\s+/)
    .map((part) =>
      part
        .split('|')
        .flatMap((word) => (word.startsWith('<') ? [...(lexicon.classes[word.slice(1, -1)] ?? [])] : [word])),
    );
  return parts.flatMap((words, at) =>
    words.map((word) => parts.map((others, place) => (place === at ? word : others[0])).join(' ')),
  );
}

describe('the phrases of the lexicon', () => {
  for (const concept of lexicon.concepts.values()) {
    it(`are not cancelled by their own exceptions: ${concept.id}`, () => {
      const dead = concept.phrases.filter(
        (phrase) =>
          !sayings(phrase).some((text) =>
            readSymptoms(text).findings.some((found) => found.concept === concept.id),
          ),
      );
      expect(dead).to.deep.equal([]);
    });
  }
});
