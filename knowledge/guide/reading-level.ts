/**
 * The Flesch-Kincaid grade of an English text: the years of US schooling it asks of a reader, so 6 reads
 * easily at about the age of 12. A rough guide to long words and long sentences, nothing more.
 * Formula: Kincaid et al., 1975. Syllables are counted by their vowels.
 */
export function fleschKincaidGrade(text: string): number {
  const sentences = text.split(/[.!?]+(?=\s|["”’)]|$)|\n+/).filter((part) => /[\p{L}\p{N}]/u.test(part));
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’]*/gu) ?? [];
  if (words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + syllableCount(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

/** Groups of vowels, less the silent endings of English; a number counts as one syllable. */
export function syllableCount(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  const spoken = letters.replace(/(?:[^laeiouyscgxzh]es|[^dt]ed|[^laeiouy]e)$/, (ending) => ending.charAt(0));
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 0);
}
