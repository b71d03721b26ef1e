import { isEnglishWord } from '../../knowledge/symptoms/text/english-words.js';
import type { Match } from '../../services/therapists/directory.js';
import { wordsOf } from '../choices/words.js';
import type { Turn } from '../turn/turn.js';
import { queryOf } from './search.js';

/** "Dr", "Jo": shorter words of a name are said of much else. */
const SHORTEST_NAME = 3;

/** The therapists that were shown last, in their order, as the directory knows them now. */
export async function shownLast({ record, services }: Turn): Promise<Match[]> {
  const query = queryOf(record);
  const shown = record.shown ?? [];
  if (!query || shown.length === 0) return [];
  const { matches } = await services.directory.match({ ...query, limit: record.offset, offset: 0 });
  return shown.flatMap((id) => matches.filter(({ therapist }) => therapist.id === id));
}

/**
 * Those of the list that a text means, in the list's order: by position, or by a word of the name that only one of
 * them has. A name that is an English word ("Grace", "Will") must be said with another one. A pure function.
 */
export function meantOf(shown: readonly Match[], positions: readonly number[], text: string): Match[] {
  const said = new Set(wordsOf(text));
  const isNamed = (match: Match) => {
    const words = nameWords(match).filter((word) => said.has(word));
    const isOnly = (word: string) => shown.filter((other) => nameWords(other).includes(word)).length === 1;
    return words.some((word) => isOnly(word) && (words.length > 1 || !isEnglishWord(word)));
  };
  return shown.filter((match, at) => isNamed(match) || positions.includes(at + 1));
}

function nameWords({ therapist }: Match): string[] {
  return wordsOf(therapist.name).filter((word) => word.length >= SHORTEST_NAME);
}
