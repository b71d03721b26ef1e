import { unknownPostcodes } from './countries.js';
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

const UNKNOWN = new RegExp(
  `(?<![\\p{L}\\d])(?:${unknownPostcodes.map(shapeOf).join('|')})(?![\\p{L}\\d])`,
  'u',
);

/** What stands around something that looks like a postcode, here or abroad; undefined where nothing does. */
export function aroundUnknownPostcode(text: string): string | undefined {
  const upper = text.normalize('NFKC').toUpperCase();
  const found = UNKNOWN.exec(upper);
  return found ? `${upper.slice(0, found.index)} ${upper.slice(found.index + found[0].length)}` : undefined;
}

/** "AA9 9AA" as a pattern. People leave the space out where letters tell that it is a postcode. */
function shapeOf(shape: string): string {
  const space = shape.includes('A') ? '[ -]?' : ' ';
  return shape.replace(/A/g, '[A-Z]').replace(/9/g, '\\d').replace(/ /g, space);
}
