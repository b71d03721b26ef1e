import { type Days, timeSpans } from '../slots/duration.js';
import { readMessage } from '../slots/message.js';

/** The shortest and longest time, in days, that an answer to "Since when?" tells: "3 weeks", "since Monday". */
export function readDuration(text: string): Days | undefined {
  const texts = readMessage(text).words.map((word) => word.text);
  const told = timeSpans(texts)[0];
  if (told) return told.days;
  // "Monday", "last March": the answer leaves out "since".
  return timeSpans(['since', ...texts.filter((word) => word !== 'on' && word !== 'about')])[0]?.days;
}
