import { conditionPhrases, regionPhrases } from '../slots/slot-phrases.js';
import { stem } from '../text/stem.js';
import type { Word } from '../text/word.js';
import { steering } from './cues.js';
import { leadsToRelative } from './relatives.js';

/** How far behind "I have" or "my" the trouble may be named: "I have a really stiff neck". */
const WITHIN = 4;
/** How many words of what somebody is quoted with may stand before its "I". */
const QUOTE_WITHIN = 6;
const TELLING = /^(?:says|said|say|saying|insists|insisting|swears|reckons|telling|shouting|yelling)$/;
const WELL = /^(?:fine|ok|okay|well|healthy|alright|pregnant|fit)$/;

let bodyStems: ReadonlySet<string> | undefined;

/** Whether the writer tells of a body of their own, or asks for themselves: "I have neck pain", "this is for me". */
export function speaksOfSelf(all: readonly Word[]): boolean {
  return all.some((word, at) => {
    if (isQuoted(all, at)) return false;
    if (/^(?:me|myself)$/.test(word.text)) return /^(?:for|about)$/.test(all[at - 1]?.text ?? '');
    if (word.text === 'my') return !leadsToRelative(all, at) && namesTrouble(all, at + 1);
    if (word.text !== 'i') return false;
    const verb = all[at + 1]?.text ?? '';
    if (/^(?:have|had|get|got|feel|felt|suffer|need)$/.test(verb)) return namesTrouble(all, at + 2);
    if (verb === 'am') return WELL.test(all[at + 2]?.text ?? '') || isCarer(all, at + 2);
    return /^(?:hurt|suffered|ache|twisted|pulled|sprained|strained|injured)$/.test(verb);
  });
}

/** "I'm her carer": whoever it is, the writer tells of themselves beside them. */
function isCarer(all: readonly Word[], at: number): boolean {
  return all.slice(at, at + 3).some(({ text }) => /^(?:carer|caregiver|caring)$/.test(text));
}

/** "He says I am fine, leave me alone": the "I" is his. */
function isQuoted(all: readonly Word[], at: number): boolean {
  const word = all[at];
  if (!word || !/^(?:i|me|my|myself)$/.test(word.text)) return false;
  for (let back = at - 1; back >= at - QUOTE_WITHIN && all[back]?.sentence === word.sentence; back--) {
    if (!TELLING.test(all[back]?.text ?? '')) continue;
    const teller = [all[back - 1]?.text ?? '', all[back - 2]?.text ?? ''];
    if (teller.some((text) => /^(?:he|she|they)$/.test(text) || steering.relatives.has(text))) return true;
  }
  return false;
}

/** Whether a trouble or a part of the body is named from a place on, before anybody else is. */
function namesTrouble(all: readonly Word[], from: number): boolean {
  bodyStems ??= readBodyStems();
  for (let at = from; at < from + WITHIN; at++) {
    const word = all[at];
    if (!word || word.clause !== all[from - 1]?.clause || isSomebodyElse(word)) return false;
    if (bodyStems.has(word.stem) || steering.ownTroubles.has(word.text)) return true;
  }
  return false;
}

function isSomebodyElse({ text }: Word): boolean {
  return steering.relatives.has(text) || /^(?:he|she|his|her|him|they|their|them|you|your)$/.test(text);
}

/** Parts of the body and conditions that are named by one word. */
function readBodyStems(): ReadonlySet<string> {
  const { lasting, passing } = conditionPhrases();
  const names = [...Object.values(regionPhrases()).flat(), ...lasting, ...passing, 'back'];
  return new Set(names.filter((name) => /^[a-z]+$/.test(name)).map(stem));
}
