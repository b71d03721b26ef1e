import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { readYesNo } from '../../knowledge/symptoms/answers/yes-no.js';
import { matchChoice } from '../choices/match-choice.js';
import { choices } from '../phrases/choices.js';
import { say } from '../phrases/phrases.js';
import { list, toldAbout } from '../record/describe.js';
import { openRules } from '../record/next-phase.js';
import { startedOver } from '../record/record.js';
import { Turn } from '../turn/turn.js';

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
    const answer = matchChoice(turn.words, choices(this.wording(turn)))?.value ?? readYesNo(turn.words);
    if (answer !== 'yes' && answer !== 'no') {
      await this.ask(turn);
      return Dialog.EndOfTurn;
    }
    turn.taken = true;
    if (answer === 'yes') await CONFIRMED[this.kind](turn);
    else if (this.kind === 'delete') await turn.say('anytime.kept');
    return dc.endDialog();
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

function dangers({ assessment }: Turn): string[] {
  return toldAbout(openRules(assessment).filter(({ disposition }) => disposition !== 'clearance'));
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
