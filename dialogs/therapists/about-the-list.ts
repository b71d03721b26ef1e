import { readListWords } from '../../services/therapists/wishes.js';
import { say } from '../phrases/phrases.js';
import type { Turn } from '../turn/turn.js';
import { listOffers } from './offers.js';
import { meantOf, shownLast } from './shown-list.js';
import { therapistCard } from './therapist-card.js';

/** Shows again whom of the list the words mean: "call the first one", "Dana’s reviews"; false where they mean nobody. */
export async function showMeant(turn: Turn): Promise<boolean> {
  const { utterance, locale, now, record } = turn;
  const shown = await shownLast(turn);
  const { reachesAnyone, positions } = readListWords(utterance.text);
  const meant = meantOf(shown, positions, utterance.text);
  const therapists = meant.length === 0 && reachesAnyone && shown.length === 1 ? shown : meant;
  if (therapists.length === 0) return false;
  await turn.show({
    kind: 'therapists',
    text: say('therapists.reach'),
    therapists: therapists.map((match) => therapistCard(match, locale, now, record.place?.country)),
    notes: therapists.some(({ therapist }) => therapist.source === 'demo') ? [say('therapists.demo')] : [],
    choices: listOffers(turn),
  });
  return true;
}

/** Answers what is said of the list as a whole; false where nothing is. */
export async function answerAboutList(turn: Turn): Promise<boolean> {
  const { reachesAnyone, asksForBest, notSearchable } = readListWords(turn.utterance.text);
  if (asksForBest) await turn.say('therapists.best', {}, listOffers(turn));
  else if (reachesAnyone) await turn.say('therapists.reach_which', {}, listOffers(turn));
  else if (notSearchable) await turn.say('therapists.not_searchable', {}, listOffers(turn));
  return asksForBest || reachesAnyone || notSearchable;
}
