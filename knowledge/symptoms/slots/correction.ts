import type { Message } from './message.js';

const SAYS = [
  /^(?:oh |oops |ah |um |er )?(?:sorry|no wait|wait|actually|correction|oops|scratch that|my mistake|my bad|apologies|i meant|i mean|i misspoke|i was wrong|i made a mistake|not the|no i meant|no sorry|i should have said|let me correct|to correct)\b/,
  /\b(?:i meant|i mean (?:my|the)|i misspoke|i was wrong|my mistake|i made a (?:mistake|typo)|that is wrong|that was wrong|i take that back|scratch that|correction|should have said|not (?:the |my )?(?:left|right)|instead of what i said|typed it wrong|meant to say|got that wrong|got it wrong|i told you wrong|ignore what i said|misread)\b/,
  /^no (?:the|my|it is|i am|i have|i do not|left|right|both|\d)/,
  /^(?:actually|sorry)\b/,
  /\b(?:sorry|actually) (?:i meant|it is|i am|the|my|no|not|it was)\b/,
];

/** Whether a message takes back something said before: "sorry, the left one", "I meant my neck", "no, 45". */
export function isCorrection({ words }: Message): boolean {
  const first = words[0];
  if (!first) return false;
  const text = words.map((word) => word.text).join(' ');
  if (/^no (?:the|my|it is|i am|i have|i do not|left|right|both|\d)/.test(text) && !words[1]?.before)
    return false;
  if (
    /^(?:sorry|actually) (?:to hear|for|about|if|that|i am late|i do not understand|i did not understand|what)\b/.test(
      text,
    )
  )
    return false;
  return SAYS.some((pattern) => pattern.test(text));
}
