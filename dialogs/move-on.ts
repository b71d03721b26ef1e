import type { DialogContext } from 'botbuilder-dialogs';
import { askWhichIsWrong } from './correction/correction.js';
import { alarm } from './danger/alarm.js';
import { nextPhase } from './record/next-phase.js';
import { DialogTurnStatus } from './turn/dialog-classes.js';
import type { Turn } from './turn/turn.js';

/** More phases than there are cannot follow each other in one turn. */
const MOST_PHASES = 12;

/**
 * Goes to the phase that the record asks for and lets it ask. Danger that the patient has not been told about
 * cuts in first, wherever the conversation stands.
 */
export async function moveOn(turn: Turn, dc: DialogContext): Promise<void> {
  for (let steps = 0; steps < MOST_PHASES; steps++) {
    if (turn.record.agreedAt) await alarm(turn, turn.assessment, true);
    if (turn.record.correcting) return askWhichIsWrong(turn);
    const phase = nextPhase(turn.record, turn.assessment);
    if (dc.activeDialog?.id === phase) {
      await dc.repromptDialog();
      if (nextPhase(turn.record, turn.assessment) === phase) return;
      continue;
    }
    await dc.cancelAllDialogs();
    turn.taken = false;
    const { status } = await dc.beginDialog(phase);
    if (status === DialogTurnStatus.waiting) return;
  }
}
