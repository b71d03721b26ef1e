import type { TurnContext } from 'botbuilder-core';
import type { DialogContext, DialogInstance, DialogTurnResult } from 'botbuilder-dialogs';
import { OFFER } from '../choices/offer.js';
import type { Phase } from '../record/next-phase.js';
import { Dialog } from './dialog-classes.js';
import { Turn } from './turn.js';

/**
 * A phase of the conversation. It asks, records and moves on; what is still missing is derived from the
 * record by pure functions, so that a phase can be left and entered again at any point.
 */
export abstract class PhaseDialog extends Dialog {
  constructor(phase: Phase) {
    super(phase);
  }

  /** The phase shows views with offers, whose buttons it understands. */
  protected readonly takesOffers: boolean = false;

  /** Says or asks what is next; `done` where nothing is left and the record says so. */
  abstract ask(turn: Turn): Promise<'waiting' | 'done'>;

  /** Records an answer to what is open; false where the message is none. */
  abstract answer(turn: Turn): Promise<boolean>;

  /** Why the open question is asked; completes "I ask because …". */
  abstract why(turn: Turn): string | undefined;

  /** A command's words mean something else here, and are an answer. */
  takesWord(_command: string, _turn: Turn): boolean {
    return false;
  }

  /** Leaves the open question out; false where it cannot be. */
  skip(_turn: Turn): boolean {
    return false;
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const outcome = await this.ask(Turn.of(dc.context));
    return outcome === 'done' ? dc.endDialog() : Dialog.EndOfTurn;
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = Turn.of(dc.context);
    // A button of an older message is no answer to a question that takes any words.
    if (turn.utterance.answer?.question === OFFER && !this.takesOffers) return Dialog.EndOfTurn;
    turn.taken = await this.answer(turn);
    if (turn.taken) delete turn.record.open;
    return Dialog.EndOfTurn;
  }

  /** A confirmation on top of this phase has ended; what comes next is decided for the whole conversation. */
  override async resumeDialog(): Promise<DialogTurnResult> {
    return Dialog.EndOfTurn;
  }

  override async repromptDialog(context: TurnContext, _instance: DialogInstance): Promise<void> {
    await this.ask(Turn.of(context));
  }
}
