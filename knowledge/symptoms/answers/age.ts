import { agesIn } from '../slots/age.js';
import { numberAt } from '../slots/numbers.js';
import { readWords } from '../text/words.js';

/** The age in whole years that an answer to "How old are you?" tells: "45", "forty five", "I'm 45". */
export function readAge(text: string): number | undefined {
  const words = readWords(text);
  const told = agesIn(words).at(-1);
  if (told) return told.years;
  const texts = words.map((word) => word.text);
  for (let at = 0; at < texts.length; at++) {
    const number = numberAt(texts, at);
    if (!number) continue;
    const unit = texts[at + number.length] ?? '';
    if (/^months?$/.test(unit)) return Math.floor(number.value / 12);
    if (/^(?:weeks?|days?)$/.test(unit)) return 0;
    const whole =
      Number.isInteger(number.value) && number.value <= 120 && (number.value > 0 || texts.length === 1);
    return whole && words[at + 1]?.before !== '/' ? number.value : undefined;
  }
  return undefined;
}
