import { CodedError } from '../../knowledge/coded-error.js';

/** In UTF-16 units: both together, as UTF-8, fit into the longest key that LMDB takes (1,978 bytes). */
const LONGEST_CONVERSATION_ID = 400;
const LONGEST_DEDUPE_KEY = 200;

/**
 * Refuses what a store could confuse or not hold: nothing, too much, control characters (keys use them as
 * separators) and half characters (encoded, all of them are the same replacement character).
 * @throws CodedError CONVERSATION_ID_REFUSED; it names the length only, as ids may hold names or numbers.
 */
export function checkConversationId(id: string): void {
  check('A conversation id', id, LONGEST_CONVERSATION_ID);
}

/** @throws CodedError CONVERSATION_ID_REFUSED, see `checkConversationId`. */
export function checkDedupeKey(key: string): void {
  check('A dedupe key', key, LONGEST_DEDUPE_KEY);
}

function check(what: string, text: string, longest: number): void {
  if (text.length > 0 && text.length <= longest && !/[\p{Cc}\p{Cs}]/u.test(text)) return;
  throw new CodedError(
    'CONVERSATION_ID_REFUSED',
    `${what} has 1 to ${longest} well-formed characters, none of them a control character; this one has ${text.length}. ` +
      'Hash longer ones before they reach the store.',
  );
}
