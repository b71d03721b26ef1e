/** Words before whose full stop a sentence does not end, in lower case. */
const ABBREVIATIONS = new Set(
  'dr mr mrs ms prof st vs etc e.g i.e eg ie approx fig no vol al inc u.s u.k a.m p.m'.split(' '),
);

/** The sentences of a text, in order. A blank line ends one; a decimal point or an abbreviation does not. */
export function splitSentences(text: string): string[] {
  return text.split(/\n\s*\n/).flatMap((paragraph) => splitParagraph(paragraph.replace(/\s+/g, ' ').trim()));
}

function splitParagraph(paragraph: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const { 0: end, index } of paragraph.matchAll(/[.!?]+["'”’)\]]*(?= |$)/g)) {
    const stop = index + end.length;
    if (end.startsWith('.') && isAbbreviation(paragraph.slice(start, index)) && stop < paragraph.length)
      continue;
    // After a closing quote or bracket the sentence may go on: "Less pressure." is fine.
    if (end.length > 1 && /^ [a-z]/.test(paragraph.slice(stop, stop + 2))) continue;
    sentences.push(paragraph.slice(start, stop).trim());
    start = stop;
  }
  const rest = paragraph.slice(start).trim();
  return rest === '' ? sentences : [...sentences, rest];
}

function isAbbreviation(before: string): boolean {
  const word = before.slice(before.lastIndexOf(' ') + 1).replace(/^["'“‘([]+/, '');
  // "No. 5" but not the answer "No."
  if (word === 'No') return false;
  return ABBREVIATIONS.has(word.toLowerCase()) || /^[A-Z]$/.test(word.replace(/^I$/, ''));
}

export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
