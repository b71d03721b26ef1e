import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
import { readYesNo } from '../../knowledge/symptoms/answers/yes-no.js';
import { matchChoice } from '../choices/match-choice.js';
import { plainYesNo } from '../choices/plain-yes-no.js';
import { sameWords, wordsOf } from '../choices/words.js';
import { choices } from '../phrases/choices.js';
import { say } from '../phrases/phrases.js';
import { list, toldAbout } from '../record/describe.js';
import { openRules } from '../record/next-phase.js';
import { startedOver } from '../record/record.js';
import { Dialog } from '../turn/dialog-classes.js';
import { Turn } from '../turn/turn.js';
import type { Choice } from '../views/view.js';

export type Confirmation = 'start_over' | 'delete';

/** Asks before something is lost; lies on top of the phase, which goes on where it was when the answer is no. */
export class ConfirmDialog extends Dialog {
  constructor(private readonly kind: Confirmation) {
    super(kind);
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    await this.ask(Turn.of(dc.context));
    return Dialog.EndOfTurn;
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = Turn.of(dc.context);
    const answer = this.read(turn);
    if (!answer) {
      await this.ask(turn);
      return Dialog.EndOfTurn;
    }
    turn.taken = true;
    if (answer === 'yes') await CONFIRMED[this.kind](turn);
    else if (this.kind === 'delete') await turn.say('anytime.kept');
    return dc.endDialog();
  }

  /** What is lost cannot be brought back: a no may be said in any words, a yes must be one. */
  private read(turn: Turn): 'yes' | 'no' | undefined {
    const wording = this.wording(turn);
    const chosen = matchChoice(turn.words, choices(wording)) ?? plainChoice(turn.words, choices(wording));
    if (chosen?.value === 'yes') {
      const isLoose = wording === 'start_over_danger' && !isBare(turn.words, chosen);
      return isLoose ? undefined : 'yes';
    }
    return chosen?.value === 'no' || readYesNo(turn.words) === 'no' ? 'no' : undefined;
  }

  private async ask(turn: Turn): Promise<void> {
    const wording = this.wording(turn);
    await turn.show({
      kind: 'question',
      id: this.kind,
      text: say(`anytime.${wording}`, { reasons: list(dangers(turn)) }),
      choices: choices(wording),
      closed: true,
    });
  }

  /** Starting over after an alarm needs the patient to say that the danger is over. */
  private wording(turn: Turn): string {
    return this.kind === 'start_over' && dangers(turn).length > 0 ? 'start_over_danger' : this.kind;
  }
}

function plainChoice(words: string, offered: Choice[]): Choice | undefined {
  const answer = plainYesNo(words);
  return offered.find(({ value }) => value === answer);
}

/** One word, or the label: "yes, it is still so" begins like both, and must not lower an alarm. */
function isBare(text: string, { label }: Choice): boolean {
  const words = wordsOf(text);
  return words.length === 1 || sameWords(words, wordsOf(label));
}

function dangers({ standing }: Turn): string[] {
  return toldAbout(openRules(standing).filter(({ disposition }) => disposition !== 'clearance'));
}

const CONFIRMED: Record<Confirmation, (turn: Turn) => Promise<void>> = {
  async start_over(turn) {
    turn.record = startedOver(turn.record);
    turn.dropWithheld();
    await turn.say('anytime.started_over');
  },
  async delete(turn) {
    turn.forgetPatient();
    turn.ended = true;
    await turn.say('anytime.deleted');
  },
};
