import { readMessage } from '../slots/message.js';
import { readYesNo } from './yes-no.js';

/** Words about a list that are not of it. */
const AROUND =
  /^(?:i|am|take|taking|have|had|has|got|on|my|a|an|the|some|just|only|also|yes|yeah|yep|yup|and|plus|of|for|it|is|been|diagnosed|with|currently|daily|every|day|night|once|twice|sometimes|occasionally|mg|mcg|ml|tablets?|pills?|tabs?|morning|evening|as|needed|now|too|well|use|using|medication|medications|medicine|medicines|meds|conditions?|history|called|named|something|think|really|few|couple|in|to|at|per|about|regularly|well|um|oh|ok|okay|sure|lot|lots|various|other|others|things?|stuff|new|old|one|ones)$/;
const SENTENCE =
  /^(?:not|no|but|because|do|does|did|why|what|how|when|can|will|should|would|could|if|stopped|used|hurts?|feels?|want|need|know|mean|matter|you|that|he|she|they|we|was|were|ask|asking|question|skip|please|thanks?)$/;
const LONGEST_NAME = 4;

/** Whether an answer to a question for a list says that there is nothing on it. */
export function saysNone(text: string): boolean {
  return readYesNo(text) === 'no';
}

/**
 * The items of a bare list ("warfarin, some new tablet") that nobody knows, lower case, as named.
 * @param known places, by word, of the items that are known
 */
export function listItems(text: string, known: readonly (readonly number[])[]): string[] {
  const { words } = readMessage(text);
  const knownWords = new Set(known.flat());
  const items: string[][] = [[]];
  words.forEach((word, at) => {
    const starts =
      /[,;\n/&+.\-()]/.test(word.before) || /^(?:and|plus)$/.test(word.text) || knownWords.has(at);
    if (starts) items.push([]);
    // A known item takes its whole place in the list: "warfarin 5 mg".
    items.at(-1)?.push(knownWords.has(at) ? '' : word.text);
  });
  return items
    .filter((item) => !item.includes('') && !item.some((word) => SENTENCE.test(word)))
    .map((item) => item.filter((word) => !AROUND.test(word) && !/^\d/.test(word)))
    .filter((item) => item.length > 0 && item.length <= LONGEST_NAME && item.some((word) => word.length > 2))
    .map((item) => item.join(' '));
}
