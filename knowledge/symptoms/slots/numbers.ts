const WORDS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    zero: 0,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
  }),
);
const TENS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    twenty: 20,
    thirty: 30,
    forty: 40,
    fourty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
  }),
);

/** A number at a place, in digits or in words, and how many words it takes. */
export function numberAt(
  texts: readonly string[],
  at: number,
): { value: number; length: number } | undefined {
  const text = texts[at] ?? '';
  if (/^\d{1,6}(?:\.\d+)?$/.test(text)) return { value: Number(text), length: 1 };
  const ten = TENS.get(text);
  if (ten !== undefined) {
    const unit = WORDS.get(texts[at + 1] ?? '');
    return unit !== undefined && unit >= 1 && unit <= 9
      ? { value: ten + unit, length: 2 }
      : { value: ten, length: 1 };
  }
  const value = WORDS.get(text);
  return value === undefined ? undefined : { value, length: 1 };
}
