import { describeDistance } from '../../services/therapists/describe.js';
import type { MatchResult } from '../../services/therapists/directory.js';
import { say } from '../phrases/phrases.js';
import { openRules } from '../record/next-phase.js';
import type { Turn } from '../turn/turn.js';
import { showHowToChoose } from './how-to-choose.js';
import { listOffers, offersWithout } from './offers.js';
import { queryOf } from './search.js';
import { therapistCard } from './therapist-card.js';
import { wishesInWords, wishInWords } from './wishes-in-words.js';

/** So many therapists are shown at a time. */
const AT_A_TIME = 5;

/** Searches with the record's place and wishes, shows the next few, and says what was widened or not found. */
export async function showTherapists(turn: Turn): Promise<void> {
  const { record, services } = turn;
  const { place } = record;
  const query = queryOf(record);
  if (!place || !query) return;
  const result = await services.directory.match({ ...query, limit: AT_A_TIME, offset: record.offset });
  record.searching = false;
  record.radiusKm = result.radiusKm;
  if (result.matches.length === 0) return sayNothingFound(turn, result);
  const first = record.offset === 0;
  await turn.show({
    kind: 'therapists',
    text: say(first ? 'therapists.shown' : 'therapists.shown_more', { place: place.label }),
    therapists: result.matches.map((match) => therapistCard(match, turn.locale, turn.now, place.country)),
    notes: notes(turn, result),
    choices: listOffers(turn),
  });
  record.offset += result.matches.length;
  record.shown = result.matches.map(({ therapist }) => therapist.id);
  turn.therapistsShown = openRules(turn.assessment).length === 0 ? 'shown' : 'after_clearance';
  if (first && !record.chosen) await showHowToChoose(turn);
}

function notes(turn: Turn, result: MatchResult): string[] {
  const wishes = wishesInWords(turn.record.wishes, turn.locale, turn.record.place?.country);
  return [
    ...(wishes.length > 0 ? [say('therapists.wishes', { wishes: wishes.join(', ') })] : []),
    ...(result.widened
      ? [
          say('therapists.wider', {
            distance: describeDistance(result.radiusKm, turn.locale, turn.record.place?.country),
          }),
        ]
      : []),
    ...(result.matches.some(({ therapist }) => therapist.source === 'demo') ? [say('therapists.demo')] : []),
    say('therapists.unknown'),
    say('therapists.offer'),
  ];
}

/** Says which one wish to let go would find how many, with a button for each; else whether all of them would. */
async function sayNothingFound(turn: Turn, { radiusKm, relax = [] }: MatchResult): Promise<void> {
  const { record, locale } = turn;
  const { place, wishes } = record;
  if (record.offset > 0) return turn.say('therapists.no_more', {}, offersWithout(turn));
  const distance = describeDistance(radiusKm, locale, place?.country);
  const lines = [say('therapists.none', { distance, place: place?.label ?? '' })];
  for (const { wish, wouldFind } of relax) {
    const words = wishInWords(wish, wishes, locale, place?.country);
    lines.push(say('therapists.relax', { wish: words, count: wouldFind }));
  }
  const isAnyThere = relax.length === 0 && (await anybodyWithoutWishes(turn));
  if (relax.length === 0) lines.push(say(isAnyThere ? 'therapists.relax_all' : 'therapists.none_at_all'));
  const relaxing = isAnyThere ? (['all_wishes'] as const) : relax.map(({ wish }) => wish);
  await turn.show({ kind: 'message', text: lines.join('\n\n'), choices: offersWithout(turn, relaxing) });
}

/** Nobody who fits is there, but somebody is. */
async function anybodyWithoutWishes({ record, services }: Turn): Promise<boolean> {
  if (!record.place || Object.keys(record.wishes).length === 0) return false;
  const query = queryOf({ ...record, wishes: {} });
  return query !== undefined && (await services.directory.match({ ...query, limit: 1 })).matches.length > 0;
}
