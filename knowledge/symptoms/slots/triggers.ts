import type { Message } from './message.js';

/** What brings a trouble on or eases it: the words from `from` up to, not including, `to`. */
export interface Trigger {
  from: number;
  to: number;
  text: string;
}

/** What says that something is about to be named that makes it better or worse. */
const HEAD =
  /^(?:worse|worst|worsens|worsened|better|hurts|hurt|aches|flares|flare|triggered|aggravated|exacerbated|relieved|eased|eases|easier|increases|increased|sore|painful|stiff|starts|brought|provoked|helped|helps|only|mostly|especially|usually)$/;
const FILLER = /^(?:on|up|off|even|mostly|especially|only|usually|always|the|most|again|more|a|lot|much)$/;
const CONNECTOR = /^(?:when|whenever|after|with|by|if|at|while|during|from|in|before)$/;
/** Connectors that open a trigger by themselves, where the patient does something after them. */
const OWN = /^(?:when|whenever|while|after|if|from)$/;
/** What people do or meet that brings a trouble on; after "on" and "from" nothing else is a trigger. */
const ACTIVITY =
  /^(?:stairs|steps|hills|slopes|exertion|effort|movement|motion|waking|rising|standing|impact|uneven|pressure|desk|computer|laptop|screen|screens|keyboard|mouse|phone|work|workouts?|training|gym|sports?|tennis|golf|football|yoga|housework|gardening|stress|posture|heels|pillow|mattress|travel|office|exercise|cold|damp|weather|\w{2,}ing)$/;
const NO_ACTIVITY =
  /^(?:nothing|something|anything|everything|being|having|seeing|reading|hearing|morning|evening|spring|swelling|tingling|burning|feeling|king|ring)$/;
const EVENT =
  /^(?:was|were|started|began|fell|had|did|got|first|happened|crashed|hit|surgery|accident|fall|crash|injury|operation|then|being)$/;
const LONGEST = 12;

/** The triggers a message names, in the patient's words: "worse when I sit at the computer", "after running". */
export function triggersIn(message: Message): Trigger[] {
  const { words } = message;
  const found: Trigger[] = [];
  for (let at = 0; at < words.length; at++) {
    const text = words[at]?.text ?? '';
    let from: number | undefined;
    let connector = at;
    if (HEAD.test(text) || (/^(?:comes?|came)$/.test(text) && words[at + 1]?.text === 'on')) {
      connector = at + 1;
      while (FILLER.test(words[connector]?.text ?? '') && connector < at + 4) connector++;
      if (words[connector - 1]?.text === 'on' && isActivity(words, connector)) connector--;
      if (words[connector]?.sentence === words[at]?.sentence && connects(message, connector, text)) from = at;
    } else if (OWN.test(text) && namesActivity(message, at)) from = at;
    if (from === undefined || tellsAnEvent(message, connector)) continue;
    const to = endOf(message, connector);
    if (to <= connector + 1) continue;
    found.push({ from, to, text: message.slice(from, to - 1) });
    at = to - 1;
  }
  return found.filter(({ from }) => {
    const { status, temporality } = message.contextOf([from]);
    return status !== 'absent' && temporality !== 'past';
  });
}

/** Whether a word leads from "worse" to what makes it so; "in" only to a time of the day or the cold. */
function connects({ words }: Message, at: number, head: string): boolean {
  const text = words[at]?.text ?? '';
  if (text === 'on') return isActivity(words, at + 1);
  if ((text === 'by' || text === 'with') && isPassingTime(words, at + 1)) return false;
  if (text === 'in' || text === 'at') {
    const next = words[at + 1]?.text === 'the' ? words[at + 2]?.text : words[at + 1]?.text;
    return /^(?:mornings?|evenings?|afternoons?|nights?|cold|heat|winter|summer|rain|bed|rest|work|damp|end)$/.test(
      next ?? '',
    );
  }
  return head === 'only' ? OWN.test(text) : CONNECTOR.test(text);
}

/** "Worse by the hour", "worse with each day" tell how it goes on. */
function isPassingTime(words: Message['words'], at: number): boolean {
  const next = /^(?:the|each|every|passing)$/.test(words[at]?.text ?? '') ? at + 1 : at;
  return /^(?:time|minute|hour|day|night|week|month|year|passing)$/.test(words[next]?.text ?? '');
}

/** Whether something that people do is named from a place on: "(on) the stairs", "(from) desk work". */
function isActivity(words: Message['words'], from: number): boolean {
  for (let at = from; at < from + 3; at++) {
    const word = words[at];
    if (!word || word.clause !== words[from - 1]?.clause || (at > from && word.before !== '')) return false;
    if (ACTIVITY.test(word.text) && !NO_ACTIVITY.test(word.text)) return true;
    if (!/^(?:the|my|too|much|long|hard|heavy|all|poor|bad|uneven|going|lots|of|a)$/.test(word.text))
      return false;
  }
  return false;
}

/** "when I bend", "after running", "while sitting", "from desk work". */
function namesActivity({ words }: Message, at: number): boolean {
  const next = words[at + 1];
  if (!next || next.sentence !== words[at]?.sentence) return false;
  if (words[at]?.text === 'from') return isActivity(words, at + 1);
  if (
    /ing$/.test(next.text) &&
    next.text.length > 4 &&
    !/^(?:nothing|something|anything|everything|being|having|seeing|reading|hearing|morning)$/.test(next.text)
  )
    return true;
  return (
    /^(?:when|whenever|while|if)$/.test(words[at]?.text ?? '') &&
    /^(?:i|he|she|they|it|standing|lying)$/.test(next.text) &&
    !/^(?:have|am|can|could|should|need|want|would|had|was)$/.test(words[at + 2]?.text ?? '') &&
    at > 0
  );
}

/** "after the accident", "when it started": an event, not a trigger. */
function tellsAnEvent({ words }: Message, connector: number): boolean {
  for (let at = connector + 1; at <= connector + 3; at++) {
    if (words[at]?.sentence !== words[connector]?.sentence) return false;
    if (EVENT.test(words[at]?.text ?? '')) return true;
  }
  return false;
}

function endOf({ words }: Message, connector: number): number {
  const start = words[connector];
  let at = connector + 1;
  while (at < words.length && at < connector + LONGEST) {
    const word = words[at];
    if (!word || word.sentence !== start?.sentence) break;
    if (/[,()\-:]/.test(word.before) || (word.clause !== start?.clause && at > connector + 1)) break;
    if (
      /^(?:but|and|for|since|because|so|which|as)$/.test(word.text) &&
      !continuesActivity(words[at + 1]?.text, word.text)
    )
      break;
    at++;
  }
  return at;
}

/** "bending and lifting", "sit or stand". */
function continuesActivity(next: string | undefined, joint: string): boolean {
  return (
    /^(?:and|or)$/.test(joint) &&
    /^(?:\w+ing|sit|stand|walk|run|bend|lift|turn|twist|drive|stress|computer|stairs|cold|rest|heat)$/.test(
      next ?? '',
    )
  );
}
