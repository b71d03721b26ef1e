/** Short forms that the postcode data writes out. */
const WRITTEN_OUT: Record<string, string> = { st: 'saint', ste: 'sainte', ft: 'fort', mt: 'mount' };
/** Letters that are no letter with a mark, so that Unicode does not take them apart. */
const ONE_LETTER: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  ı: 'i',
};

/** The words of a place, so that "St. Louis" and "saint louis" are one: lower case, no marks, no punctuation. */
export function plainWords(text: string): string[] {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[łøßæœđðı]/g, (letter) => ONE_LETTER[letter] ?? letter)
    .replace(/['’`‘]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    // "O'Fallon" stands as "O Fallon" in the data, "Coeur d'Alene" as "Coeur D Alene".
    .replace(/(?<!\p{L})([odl]) (?=\p{L})/gu, '$1')
    .split(' ');
  return words.filter((word) => word !== '').map((word) => WRITTEN_OUT[word] ?? word);
}

export function plainKey(text: string): string {
  return plainWords(text).join(' ');
}
