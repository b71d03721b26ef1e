import { describeAccepting, describeCredential, describeRating } from '../../services/therapists/describe.js';
import type { Match } from '../../services/therapists/directory.js';
import { say } from '../phrases/phrases.js';
import { list } from '../record/describe.js';
import type { Turn } from '../turn/turn.js';
import { listOffers } from './offers.js';
import { meantOf, shownLast } from './shown-list.js';
import { therapistCard } from './therapist-card.js';

/** More side by side than these nobody takes in. */
const MOST = 3;

/** Puts therapists of the list side by side: those at the positions, those named, or the first of the list. */
export async function compare(turn: Turn, positions: readonly number[]): Promise<void> {
  const page = await shownLast(turn);
  const meant = meantOf(page, positions, turn.utterance.text);
  const chosen = meant.length === 0 && positions.length === 0 ? page.slice(0, 2) : meant.slice(0, MOST);
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
