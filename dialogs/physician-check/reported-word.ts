import type { Turn } from '../turn/turn.js';
import type { Choice } from '../views/view.js';
import { choiceOrWord, readVolunteeredWord } from './physician-word.js';

/**
 * What the patient reports of their physician. A bare "yes" counts only while the question stands open: after
 * "not yet" it acknowledges what the bot said, and agrees to nothing.
 */
export function reportedWord(turn: Turn, question: string, offered: Choice[]): string | undefined {
  const isOpen = turn.record.open === question;
  return isOpen ? choiceOrWord(turn.words, offered) : readVolunteeredWord(turn.words);
}
