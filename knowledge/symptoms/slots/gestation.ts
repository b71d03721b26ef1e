import type { Word } from '../text/word.js';
import { numberAt } from './numbers.js';

/** What makes weeks those of a pregnancy wherever it stands in the message. */
const OBSTETRIC =
  /^(?:waters?|contractions?|tightenings?|bump|baby|bub|midwife|maternity|prenatal|antenatal|antenatally|bleeding|blood|bleed|spotting|pads?|womb|uterus|cervix|placenta|kicks?|kicking|labou?r|preg|pregnancy|pregnant|trimester|twins|gush|mum|mom|mama|obgyn|gynae|ob|scan|scans|bp|pee|wee|eclampsia|preeclampsia|cord|palms|soles|rings|chickenpox|measles|nausea|nauseous|cramps?|discharge|fetal|zigzags?)$/;
/** Weeks that are counted for something else. */
const OF_SOMETHING_ELSE =
  /^(?:ago|old|back|post|after|since|into|in|of|for|from|to|until|till|straight|later|now|running|out|off|on|half|plan|course|program|programme|training|apart|left|without|past|sober|clean|free|away|deep|ahead|behind|short|early|late|new|recovering|recovery|holiday)$/;
const PREGNANT_ENDING = /^(?:gone|along|preg|preggo|pregnant|gestation|expecting|gravid)$/;

/** Other troubles are told in months by then: "headache, 35 weeks". */
const FEW_TROUBLES_LAST = 20;
const LASTS =
  /^(?:for|since|last|past|over|after|these|in|of|every|about|than|to|or|under|within|previous|next|nearly)$/;

/** Whether a message tells of a pregnancy by its weeks alone: "36 weeks. Face puffed up", "39+2 and no kicks". */
export function tellsGestation(words: readonly Word[]): boolean {
  let obstetric: boolean | undefined;
  const texts = words.map(({ text }) => text);
  return words.some((word, at) => {
    const number = numberAt(texts, at);
    if (!number || number.value < 4 || number.value > 42 || !Number.isInteger(number.value)) return false;
    const next = at + number.length;
    if (isWeeksAndDays(words, next, number.value)) {
      obstetric ??= words.some(({ text }) => OBSTETRIC.test(text));
      return at === 0 || /^(?:am|is)$/.test(texts[at - 1] ?? '') || obstetric;
    }
    const after = texts[next + 1] ?? '';
    if (/^months?$/.test(texts[next] ?? '') && number.value <= 9) return PREGNANT_ENDING.test(after);
    if (!/^(?:weeks?|w)$/.test(texts[next] ?? '')) return false;
    const ends = words[next + 1]?.sentence !== word.sentence || /[,.;(]/.test(words[next + 1]?.before ?? '');
    if (PREGNANT_ENDING.test(after) && !ends) return true;
    const opens = words[at - 1]?.sentence !== word.sentence;
    if (ends && (at === 0 || texts[at - 1] === 'am')) return true;
    if (ends && number.value >= FEW_TROUBLES_LAST && !LASTS.test(texts[at - 1] ?? '')) return true;
    const said = /^(?:am|is|are|at|only|just|about|nearly|around|now|preg|pregnant|wife|girlfriend)$/.test(
      texts[at - 1] ?? '',
    );
    if (!opens && !said && !/[,(]/.test(word.before)) return false;
    if (opens && at === 0 && after === 'with') {
      obstetric ??= words.some(({ text }) => OBSTETRIC.test(text));
      return obstetric;
    }
    if (!ends && OF_SOMETHING_ELSE.test(after)) return false;
    const lead = /^(?:only|just|about|nearly|around|now)$/.test(texts[at - 1] ?? '') ? at - 2 : at - 1;
    if (texts[lead] === 'am' || isRelativeAt(texts, lead - 1)) return true;
    if (texts[at - 1] === 'is' && /^(?:it|this|that|pain|baby|he|son|daughter|lo)$/.test(texts[at - 2] ?? ''))
      return false;
    obstetric ??= words.some(({ text }) => OBSTETRIC.test(text));
    return obstetric;
  });
}

/** "My sister is 30 weeks". */
function isRelativeAt(texts: readonly string[], at: number): boolean {
  return (
    texts[at + 1] === 'is' &&
    /^(?:wife|missus|girlfriend|gf|sister|cousin|friend|partner|daughter)$/.test(texts[at] ?? '')
  );
}

/** "39+2": weeks and days as midwives write them. */
function isWeeksAndDays(words: readonly Word[], at: number, weeks: number): boolean {
  return weeks >= 6 && words[at]?.before === '+' && /^[0-6]$/.test(words[at]?.text ?? '');
}
