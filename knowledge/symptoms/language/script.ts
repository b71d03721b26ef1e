/** Scripts that tell the language by themselves, and the letters that tell two languages of one script apart. */
const SCRIPTS: readonly { language: string; letters: RegExp }[] = [
  { language: 'ja', letters: /[\p{sc=Hiragana}\p{sc=Katakana}]/gu },
  { language: 'ko', letters: /\p{sc=Hangul}/gu },
  { language: 'zh', letters: /\p{sc=Han}/gu },
  { language: 'hi', letters: /\p{sc=Devanagari}/gu },
  { language: 'bn', letters: /\p{sc=Bengali}/gu },
  { language: 'ar', letters: /\p{sc=Arabic}/gu },
  { language: 'ru', letters: /\p{sc=Cyrillic}/gu },
  { language: 'he', letters: /\p{sc=Hebrew}/gu },
  { language: 'th', letters: /\p{sc=Thai}/gu },
  { language: 'el', letters: /\p{sc=Greek}/gu },
];
/** Letters of Urdu that Arabic lacks. */
const URDU = /[\u0679\u0688\u0691\u06ba\u06be\u06c1\u06d2\u06d3]/u;
const LATIN = /\p{sc=Latin}/gu;

/** The language of a message written mainly in a script other than Latin; undefined for a Latin one. */
export function languageOfScript(text: string): string | undefined {
  // A few foreign letters in an English message are a name, a mark or a disguise.
  const latin = text.match(LATIN)?.length ?? 0;
  const counts = SCRIPTS.map(({ language, letters }) => ({
    language,
    count: text.match(letters)?.length ?? 0,
  }));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total < 2 || total <= latin) return undefined;
  const [first] = counts
    .filter(({ language, count }) => count > 0 && (language !== 'zh' || !has(counts, 'ja')))
    .sort(byCount);
  if (has(counts, 'ja') && (first?.language === 'ja' || has(counts, 'zh'))) return 'ja';
  return first?.language === 'ar' && URDU.test(text) ? 'ur' : first?.language;
}

function has(counts: readonly { language: string; count: number }[], wanted: string): boolean {
  return counts.some(({ language, count }) => language === wanted && count > 0);
}

function byCount(a: { count: number }, b: { count: number }): number {
  return b.count - a.count;
}
