import type { Message, SlotMatch } from './message.js';

/** Before a medicine: it is not taken now. */
const NOT_TAKEN =
  /(?:^| )(?:(?:stopped|quit|refused?|refuses|declined|finished|off|discontinued|avoid|avoiding|allergic to|allergy to|intolerant to|intolerance to|instead of|should i (?:take|try|use|start)|can i (?:take|use|try)|could i (?:take|use|try)|used to take|used to be on|was on|was taking|were on|came off|come off|coming off|got off|weaned off|ran out of|do not want|rather not|hate|against|without|would not|will not)(?: (?:taking|using|take|use|the|my|any|some|it|to|on|having))*)$/;
const ONCE = /(?:^| )(?:tried|took|taken|had|given|prescribed|on)(?: \S+){0,2}$/;
/** After a medicine: it is not taken now. */
const STOPPED =
  /^(?:(?:was|has been|have been|were|i have|i) )?(?:stopped|discontinued|before but|in the past|last year|years ago|months ago|did nothing|allergy|allergies|but stopped|until|makes me sick)/;

/** Medicines taken now, each once, lower case as named. */
export function medicationsIn(message: Message): string[] {
  return unique(
    message.matches('medication').filter((match) => isTaken(match, message)),
    message,
  );
}

/** Conditions the patient has, each once, lower case as named; of lasting ones also those told as past. */
export function conditionsIn(message: Message): string[] {
  return unique(
    message.matches('condition').filter(({ payload, words }) => {
      const { status, temporality, experiencer } = message.contextOf(words);
      if (status === 'absent' || experiencer === 'other' || temporality === 'hypothetical') return false;
      return temporality === 'current' || payload.lasting;
    }),
    message,
  );
}

/** What the patient hopes for. */
export function goalsIn(message: Message): string[] {
  const values = message.matches('goal').flatMap(({ payload, words }) => {
    const { status, experiencer } = message.contextOf(words);
    return status === 'absent' || experiencer === 'other' ? [] : [payload.value];
  });
  return [...new Set(values)];
}

function isTaken({ words: place }: SlotMatch<'medication'>, message: Message): boolean {
  const { status, temporality, experiencer } = message.contextOf(place);
  if (status === 'absent' || temporality !== 'current' || experiencer === 'other') return false;
  const { words } = message;
  const [first, last] = [place[0] ?? 0, place.at(-1) ?? 0];
  const near = (from: number, to: number) =>
    words
      .slice(Math.max(0, from), to)
      .filter((word) => word.sentence === words[first]?.sentence && word.clause === words[first]?.clause)
      .map(({ text }) => text)
      .join(' ');
  if (isAskedFor(message, first)) return false;
  const before = near(first - 8, first).replace(/(?: (?:and|or|,|\S+))? (?:and|or)$/, '');
  if (NOT_TAKEN.test(near(first - 8, first)) || NOT_TAKEN.test(before)) return false;
  if (/(?:^| )tried$/.test(before) && ONCE.test(before)) return false;
  return !STOPPED.test(near(last + 1, last + 6));
}

/** "Which opioid is best?", "would ibuprofen help?": asked about, unless the sentence says that it is taken. */
function isAskedFor({ words }: Message, at: number): boolean {
  let start = at;
  while (start > 0 && words[start - 1]?.sentence === words[at]?.sentence) start--;
  if (!/^(?:which|what|should|is|are|do|does|can|could|would|will|how|any)$/.test(words[start]?.text ?? ''))
    return false;
  return !words
    .slice(start, at)
    .some(({ text }) => /^(?:on|taking|takes|using|my|his|her|stop|stopping|while|with|after)$/.test(text));
}

function unique(matches: readonly { words: readonly number[] }[], message: Message): string[] {
  return [
    ...new Set(matches.map(({ words }) => words.map((word) => message.words[word]?.text ?? '').join(' '))),
  ];
}
