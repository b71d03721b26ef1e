import type { Gazetteer } from './gazetteer.js';
import type { Place } from './places.js';

const US = /(?<![\p{L}\d])(\d{5})(?:[- ]\d{4})?(?![\p{L}\d])/gu;
const CANADA = /(?<![\p{L}\d])([ABCEGHJ-NPRSTVXY]\d[A-Z])(?:[ -]?\d[A-Z]\d)(?![\p{L}\d])/gu;
/** The first half alone is a postcode only as the whole text: it looks like much else. */
const CANADA_HALF = /^\s*([ABCEGHJ-NPRSTVXY]\d[A-Z])\s*$/u;

/** The first postcode in a text that is known, and the text around it. */
export function findPostcode(
  text: string,
  gazetteer: Gazetteer,
): { place: Place; around: string } | undefined {
  const upper = text.normalize('NFKC').toUpperCase();
  const half = CANADA_HALF.exec(upper);
  for (const found of [...upper.matchAll(US), ...upper.matchAll(CANADA), ...(half ? [half] : [])]) {
    const place = gazetteer.postcode(found[1] ?? '');
    if (place)
      return {
        place,
        around: `${upper.slice(0, found.index)} ${upper.slice(found.index + found[0].length)}`,
      };
  }
  return undefined;
}
