import type { DialogContext } from 'botbuilder-dialogs';
import { emptyReport } from '../knowledge/symptoms/report.js';
import { askWhichIsWrong } from './correction/correction.js';
import { alarm } from './danger/alarm.js';
import { awaitsGuardian, nextPhase } from './record/next-phase.js';
import { DialogTurnStatus } from './turn/dialog-classes.js';
import type { Turn } from './turn/turn.js';

/** Of someone under 18 nothing stays in the record until a parent agrees; it waits in memory. */
function withholdForGuardian(turn: Turn): void {
  const { record } = turn;
  if (!record.agreedAt || !awaitsGuardian(record)) return;
  const { about } = record.report;
  if (
    record.report.complaints.length + record.report.findings.length > 0 ||
    record.report.age !== undefined
  ) {
    turn.withhold(record.report);
  }
  record.minor = true;
  record.report = { ...emptyReport(), about };
  record.told = [];
}

/** More phases than there are cannot follow each other in one turn. */
const MOST_PHASES = 12;

/**
 * Goes to the phase that the record asks for and lets it ask. Danger that the patient has not been told about
 * cuts in first, wherever the conversation stands.
 */
export async function moveOn(turn: Turn, dc: DialogContext): Promise<void> {
  for (let steps = 0; steps < MOST_PHASES; steps++) {
    if (turn.record.agreedAt) await alarm(turn, turn.assessment, true);
    withholdForGuardian(turn);
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
