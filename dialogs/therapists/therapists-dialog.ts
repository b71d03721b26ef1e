import { readWishes } from '../../services/therapists/wishes.js';
import { matchChoice } from '../choices/match-choice.js';
import { choices } from '../phrases/choices.js';
import { say } from '../phrases/phrases.js';
import { PhaseDialog } from '../turn/phase-dialog.js';
import type { Turn } from '../turn/turn.js';
import { askPlace, askWhichPlace, choosePlace, findPlace, forgetPlace, startSearch } from './find-place.js';
import { showHowToChoose } from './how-to-choose.js';
import { showTherapists } from './show-therapists.js';

/** "Closer" looks no further than half as far as before, in kilometres at the least. */
const NEAREST_KM = 5;

/** A place and wishes in; up to five therapists out, more on request, and how to choose one. */
export class TherapistsDialog extends PhaseDialog {
  protected override readonly takesOffers = true;

  constructor() {
    super('therapists');
  }

  override async ask(turn: Turn): Promise<'waiting' | 'done'> {
    const { record } = turn;
    if (record.placeChoices) await askWhichPlace(turn, record.placeChoices);
    else if (!record.place) await askPlace(turn);
    else if (record.searching) await showTherapists(turn);
    else if (!turn.taken) await turn.say('therapists.back_to', {}, choices('therapists'));
    return 'waiting';
  }

  override async answer(turn: Turn): Promise<boolean> {
    const { record } = turn;
    if (record.placeChoices && (await choosePlace(turn, record.placeChoices))) return true;
    if (!record.place) return this.answerPlace(turn);
    switch (matchChoice(turn.words, choices('therapists'))?.value) {
      case 'choose':
        await showHowToChoose(turn);
        return true;
      case 'other_place':
        forgetPlace(turn);
        return true;
      case 'more':
        record.searching = true;
        return true;
      case 'closer':
        lookCloser(turn);
        return true;
      default:
        return this.answerWish(turn);
    }
  }

  override why({ record }: Turn): string | undefined {
    return record.place ? undefined : say('therapists.place_why');
  }

  private async answerPlace(turn: Turn): Promise<boolean> {
    const found = await findPlace(turn, turn.utterance.text);
    const wished = noteWishes(turn);
    if (found || wished) return true;
    turn.record.attempts += 1;
    // What asks or tells something is answered as such; of the rest, "I do not know that place" says enough.
    return !turn.asksGuide && !turn.learned;
  }

  private async answerWish(turn: Turn): Promise<boolean> {
    if (noteWishes(turn)) return true;
    return findPlace(turn, turn.utterance.text);
  }
}

/** Takes the wishes out of the words; false where there are none. */
function noteWishes(turn: Turn): boolean {
  const { record } = turn;
  const { more, closer, reset, compare: _, ...wishes } = readWishes(turn.utterance.text);
  if (more) record.searching = true;
  if (closer) lookCloser(turn);
  if (reset) record.wishes = {};
  const changed = reset === true || Object.keys(wishes).length > 0;
  if (changed) {
    record.wishes = { ...record.wishes, ...wishes };
    startSearch(turn);
  }
  return changed || more === true || closer === true;
}

function lookCloser(turn: Turn): void {
  const { record } = turn;
  const radius = record.radiusKm ?? record.wishes.radiusKm ?? 2 * NEAREST_KM;
  record.wishes = { ...record.wishes, radiusKm: Math.max(NEAREST_KM, Math.round(radius / 2)) };
  startSearch(turn);
}
