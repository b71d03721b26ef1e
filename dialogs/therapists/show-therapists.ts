import { describeDistance } from '../../services/therapists/describe.js';
import type { MatchResult } from '../../services/therapists/directory.js';
import { specialtiesFor } from '../../services/therapists/specialties.js';
import { choices } from '../phrases/choices.js';
import { say } from '../phrases/phrases.js';
import { openRules } from '../record/next-phase.js';
import type { Turn } from '../turn/turn.js';
import { showHowToChoose } from './how-to-choose.js';
import { therapistCard } from './therapist-card.js';
import { wishesInWords, wishInWords } from './wishes-in-words.js';

/** So many therapists are shown at a time. */
const AT_A_TIME = 5;

/** Searches with the record's place and wishes, shows the next few, and says what was widened or not found. */
export async function showTherapists(turn: Turn): Promise<void> {
  const { record, services } = turn;
  const { place } = record;
  if (!place) return;
  const specialties = specialtiesFor(record.report);
  const result = await services.directory.match({
    near: place,
    ...(specialties.length > 0 && { specialties }),
    ...record.wishes,
    limit: AT_A_TIME,
    offset: record.offset,
  });
  record.searching = false;
  record.radiusKm = result.radiusKm;
  if (result.matches.length === 0) return sayNothingFound(turn, result);
  const first = record.offset === 0;
  await turn.show({
    kind: 'therapists',
    text: say(first ? 'therapists.shown' : 'therapists.shown_more', { place: place.label }),
    therapists: result.matches.map((match) => therapistCard(match, turn.locale, turn.now, place.country)),
    notes: notes(turn, result),
    choices: choices('therapists'),
  });
  record.offset += result.matches.length;
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

async function sayNothingFound(turn: Turn, { radiusKm, relax = [] }: MatchResult): Promise<void> {
  const { record, locale } = turn;
  if (record.offset > 0) return turn.say('therapists.no_more', {}, choices('therapists'));
  const distance = describeDistance(radiusKm, locale, record.place?.country);
  const lines = [say('therapists.none', { distance, place: record.place?.label ?? '' })];
  for (const { wish, wouldFind } of relax) {
    lines.push(
      say('therapists.relax', {
        wish: wishInWords(wish, record.wishes, locale, record.place?.country),
        count: wouldFind,
      }),
    );
  }
  await turn.show({ kind: 'message', text: lines.join('\n\n'), choices: choices('therapists') });
}
