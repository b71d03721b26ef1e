/// <reference path="./wink.d.ts" />
import nlp from 'wink-nlp-utils';

const QUESTION_WORDS = new Set(
  'what which who when where why how can could do does did is are i my me the a an of for to in on and or there any'.split(
    ' ',
  ),
);

/** Lower case words without question and stop words. */
export function tellingWords(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return nlp.tokens.removeWords(words.filter((word) => !QUESTION_WORDS.has(word)));
}

/** The same as Porter stems: what peers get that bring no analysis of their own. */
export function plainTerms(text: string): string[] {
  return nlp.tokens.stem(tellingWords(text));
}
