import { describeDistance } from '../../services/therapists/describe.js';
import { asksForSomeone, readWishes, type WishesRead } from '../../services/therapists/wishes.js';
import { say } from '../phrases/phrases.js';
import { PhaseDialog } from '../turn/phase-dialog.js';
import type { Turn } from '../turn/turn.js';
import { answerAboutList, showMeant } from './about-the-list.js';
import { compare } from './compare.js';
import { askPlace, askWhichPlace, choosePlace, findPlace, forgetPlace } from './find-place.js';
import { showHowToChoose } from './how-to-choose.js';
import { listOffers, offerTaken, wishRelaxedBy } from './offers.js';
import { changeWishes, withWishes } from './search.js';
import { showTherapists } from './show-therapists.js';
import { meantOf, shownLast } from './shown-list.js';

/** The distance that is given for an example, in kilometres. */
const EXAMPLE_KM = 16.09344;

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
    else if (!turn.taken) await turn.say('therapists.back_to', {}, listOffers(turn));
    return 'waiting';
  }

  override async answer(turn: Turn): Promise<boolean> {
    const { record } = turn;
    if (record.placeChoices && (await choosePlace(turn, record.placeChoices))) return true;
    if (!record.place) return this.answerPlace(turn);
    const chosen = offerTaken(turn);
    const relaxed = wishRelaxedBy(chosen);
    if (relaxed) {
      changeWishes(record, withWishes(record.wishes, { lifted: [relaxed] }));
      return true;
    }
    switch (chosen) {
      case 'choose':
        await showHowToChoose(turn);
        return true;
      case 'other_place':
        forgetPlace(turn);
        return true;
      case 'more':
      case 'closer':
        return answerWishes(turn, { [chosen]: true });
      case 'all_wishes':
        return answerWishes(turn, { reset: true });
      default:
        return this.answerWords(turn);
    }
  }

  override why({ record }: Turn): string | undefined {
    return record.place ? undefined : say('therapists.place_why');
  }

  /** "Next" leaves no question out here: it asks for more. */
  override takesWord(command: string, { record }: Turn): boolean {
    return command === 'skip' && record.place !== undefined;
  }

  private async answerPlace(turn: Turn): Promise<boolean> {
    const { text } = turn.utterance;
    const read = readWishes(text);
    if (read.searchAgain) return answerWishes(turn, read);
    const found = await findPlace(turn, text);
    const wished = await answerWishes(turn, read);
    if (found || wished) return true;
    turn.record.attempts += 1;
    // What asks or tells something is answered as such; of the rest, "I do not know that place" says enough.
    return !turn.asksGuide && !turn.learned;
  }

  /** A question is one to the guide, unless it asks for somebody: "does anyone take Aetna?". */
  private async answerWords(turn: Turn): Promise<boolean> {
    const { text } = turn.utterance;
    const country = turn.record.place?.country;
    const read = readWishes(text, country === undefined ? {} : { country });
    if (Object.keys(read).length === 0 && ((await showMeant(turn)) || (await answerAboutList(turn))))
      return true;
    const isCompared = read.compare && (await meansTwo(turn, read.compare));
    if (turn.asksGuide && !isCompared && !asksForSomeone(text)) return false;
    return (await answerWishes(turn, read)) || findPlace(turn, text);
  }
}

/** "The difference between Dana and Tomasz" is the list's, that between two techniques the guide's. */
async function meansTwo(turn: Turn, positions: readonly number[]): Promise<boolean> {
  return meantOf(await shownLast(turn), positions, turn.utterance.text).length > 1;
}

/** Does what the message wishes; false where it wishes for nothing. */
async function answerWishes(turn: Turn, read: WishesRead): Promise<boolean> {
  const { record } = turn;
  if (read.searchAgain) {
    forgetPlace(turn);
    record.wishes = {};
    return true;
  }
  if (read.compare) {
    await compare(turn, read.compare);
    return true;
  }
  const { more, cheaper, travelTime, ...wishes } = read;
  if (cheaper) await turn.say('therapists.say_price');
  if (travelTime)
    await turn.say('therapists.say_distance', {
      distance: describeDistance(EXAMPLE_KM, turn.locale, record.place?.country),
    });
  if (Object.keys(wishes).length > 0)
    changeWishes(record, withWishes(record.wishes, wishes, record.radiusKm));
  else if (more) record.searching = true;
  return Object.keys(read).length > 0;
}
