import { describeAccepting, describeCredential, describeRating } from '../../services/therapists/describe.js';
import type { Match } from '../../services/therapists/directory.js';
import { wordsOf } from '../choices/words.js';
import { say } from '../phrases/phrases.js';
import { list } from '../record/describe.js';
import type { Turn } from '../turn/turn.js';
import { listOffers } from './offers.js';
import { queryOf } from './search.js';
import { therapistCard } from './therapist-card.js';

/** More side by side than these nobody takes in. */
const MOST = 3;
/** "Dr", "Jo": shorter words of a name are in too many other words. */
const SHORTEST_NAME = 2;

/** Puts therapists of the list side by side: those at the positions, those named, or the first of the list. */
export async function compare(turn: Turn, positions: readonly number[]): Promise<void> {
  const page = await shownLast(turn);
  const chosen = chosenOf(page, positions, turn.utterance.text);
  if (chosen.length < 2) return turn.say('therapists.compare_which', {}, listOffers(turn));
  const names = chosen.map(({ therapist }) => therapist.name);
  const rows = chosen.map((match) => rowsOf(match, turn));
  const labels = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  await turn.show({
    kind: 'summary',
    title: say('therapists.compared', { names: list(names) }),
    sections: labels.map((heading) => ({
      heading,
      lines: rows.map((row, at) => `${names[at]}: ${row.get(heading) ?? say('therapists.not_known')}`),
    })),
    choices: listOffers(turn),
  });
}

/** The therapists of the list as they were shown, the latest page alone where positions count. */
async function shownLast({ record, services }: Turn): Promise<Match[]> {
  const query = queryOf(record);
  const shown = record.shown ?? [];
  if (!query || shown.length === 0) return [];
  const { matches } = await services.directory.match({ ...query, limit: record.offset, offset: 0 });
  return shown.flatMap((id) => matches.filter(({ therapist }) => therapist.id === id));
}

/** A pure function: positions count within `shown`; names are whole words that only one of them has. */
export function chosenOf(shown: readonly Match[], positions: readonly number[], text: string): Match[] {
  const said = new Set(wordsOf(text));
  const named = shown.filter((match) =>
    nameWords(match).some(
      (word) => said.has(word) && shown.filter((other) => nameWords(other).includes(word)).length === 1,
    ),
  );
  const all = shown.filter((match, at) => named.includes(match) || positions.includes(at + 1));
  return (all.length === 0 && positions.length === 0 ? shown.slice(0, 2) : all).slice(0, MOST);
}

function nameWords({ therapist }: Match): string[] {
  return wordsOf(therapist.name).filter((word) => word.length > SHORTEST_NAME);
}

/** What is known of one, by label. */
function rowsOf(match: Match, turn: Turn): Map<string, string> {
  const { locale, now, record } = turn;
  const { therapist } = match;
  const { distance, facts } = therapistCard(match, locale, now, record.place?.country);
  const rows: [string, string | undefined][] = [
    ['Distance', distance],
    ['Licence', therapist.credentials?.map((each) => describeCredential(each, now, locale)).join('; ')],
    ['Reviews', describeRating(therapist)],
    ['New clients', describeAccepting(therapist, locale)],
    ...facts.map(({ label, value }): [string, string] => [label, value]),
  ];
  return new Map(rows.filter((row): row is [string, string] => row[1] !== undefined));
}
