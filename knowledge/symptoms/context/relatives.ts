import type { Word } from '../text/word.js';
import { steering } from './cues.js';

/** What may stand between "my" and the relative: "my 3 year old", "my poor old mum". */
const LEAD =
  /^(?:\d+|year|years|month|months|week|weeks|day|days|old|little|poor|elderly|young|younger|older|oldest|youngest|late|best|dear|own|eldest|baby|and|teenage|new|one|two|three|four|five|six|seven|eight|nine|ten)$/;

/** "my" of "my dad" speaks of dad; "my" of "my leg" of me. */
export function leadsToRelative(all: readonly Word[], at: number): boolean {
  if (!/^(?:my|our)$/.test(all[at]?.text ?? '')) return false;
  for (let next = at + 1; next <= at + 6; next++) {
    if (all[next]?.clause !== all[at]?.clause) return false;
    if (steering.relatives.has(all[next]?.text ?? '')) return true;
    if (!LEAD.test(all[next]?.text ?? '') && !describesRelative(all, next)) return false;
  }
  return false;
}

/** "my diabetic husband", "my asthmatic son": one word more, right before the relative and in one breath with it. */
function describesRelative(all: readonly Word[], at: number): boolean {
  const relative = all[at + 1];
  return (
    relative?.before === '' &&
    steering.relatives.has(relative.text) &&
    !/^(?:and|or)$/.test(all[at]?.text ?? '')
  );
}

/** The relative named last before a place, over sentences: whom "he" and "she" go back to. */
export function relativeBefore(all: readonly Word[], from: number): number | undefined {
  for (let at = from - 1; at >= Math.max(0, from - 40); at--) {
    if (steering.relatives.has(all[at]?.text ?? '')) return at;
  }
  return undefined;
}

/** "lifting my mother", "with my wife": somebody to whom something is done, not one who has something. */
export function isObject(all: readonly Word[], at: number): boolean {
  let lead = at - 1;
  while (LEAD.test(all[lead]?.text ?? '')) lead--;
  if (/^(?:my|our|his|her|the|a)$/.test(all[lead]?.text ?? '')) lead--;
  if (all[lead]?.sentence !== all[at]?.sentence || /^(?:who|that|is|has)$/.test(all[at + 1]?.text ?? ''))
    return false;
  return steering.objectMarkers.has(all[lead]?.text ?? '');
}

/** "My wife says", "a friend recommended": the first verb behind a relative is one of telling or giving. */
export function isTeller(all: readonly Word[], at: number): boolean {
  for (let next = at + 1; next <= at + 3; next++) {
    const word = all[next];
    if (word?.sentence !== all[at]?.sentence) return false;
    if (steering.tellingVerbs.has(word?.text ?? '')) return true;
    if (steering.presentVerbs.has(word?.text ?? '')) return false;
  }
  return false;
}

/** What tells of somebody who is no trouble: "he is fine now", "she is retired". */
const WELL =
  /^(?:fine|ok|okay|well|alright|better|good|great|happy|alive|dead|gone|retired|healthy|clear|cured|recovered|himself|herself|old)$/;

/** Whether the message goes on about a relative's trouble of today: "Mum had chemo. … She feels shivery now." */
export function isUnwellNow(all: readonly Word[], from: number): boolean {
  for (let at = from; at < all.length; at++) {
    const { text = '', sentence } = all[at] ?? {};
    if (!/^(?:he|she)$/.test(text) && !steering.relatives.has(text)) continue;
    const next = all.slice(at + 1, at + 5).filter((word) => word.sentence === sentence);
    if (next.some((word) => WELL.test(word.text))) continue;
    const verb = next.slice(0, 2).find((word) => steering.presentVerbs.has(word.text))?.text;
    if (!verb) continue;
    if (/^(?:feels|looks|seems|hurts|complains|struggles|cannot)$/.test(verb)) return true;
    const isNow = (word: Word) =>
      word.sentence === sentence && /^(?:now|today|tonight|suddenly|currently|since|not)$/.test(word.text);
    if (all.some(isNow)) return true;
  }
  return false;
}
