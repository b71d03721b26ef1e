import type { DialogContext } from 'botbuilder-dialogs';
import { takeVerdict } from '../helpful/helpful.js';
import { say } from '../phrases/phrases.js';
import { visitSummary } from '../physician-check/visit-summary.js';
import { stepBack } from '../record/trail.js';
import { PhaseDialog } from '../turn/phase-dialog.js';
import type { Turn } from '../turn/turn.js';
import type { Command } from './commands.js';
import type { Confirmation } from './confirm-dialog.js';
import { sayNotUnderstood } from './not-understood.js';

type Next = 'done' | 'move_on';

/** Carries out a command; `done` where nothing is to be asked after it. */
export async function runCommand(command: Command, turn: Turn, dc: DialogContext): Promise<Next> {
  return COMMANDS[command](turn, dc);
}

/** A confirmation lies on top of the phase and takes the next answer. */
export function isConfirming(dc: DialogContext): boolean {
  const id = dc.activeDialog?.id;
  return id === 'start_over' || id === 'delete';
}

async function confirm(dc: DialogContext, kind: Confirmation): Promise<Next> {
  await dc.beginDialog(kind);
  return 'done';
}

const COMMANDS: Record<Command, (turn: Turn, dc: DialogContext) => Promise<Next>> = {
  async help(turn) {
    await turn.say('anytime.help');
    return 'move_on';
  },
  async why(turn, dc) {
    const why = openPhase(dc)?.why(turn);
    await turn.show({ kind: 'message', text: why ? say('anytime.why', { why }) : say('anytime.no_why') });
    return 'move_on';
  },
  async back(turn) {
    const before = stepBack(turn.record);
    if (before) turn.record = before;
    await turn.say(before ? 'anytime.back_done' : 'anytime.back_none');
    return 'move_on';
  },
  start_over: (_turn, dc) => confirm(dc, 'start_over'),
  delete: (_turn, dc) => confirm(dc, 'delete'),
  async stop(turn) {
    await turn.say(turn.standing.disposition === 'emergency' ? 'emergency.stop' : 'anytime.stop');
    return 'done';
  },
  async skip(turn, dc) {
    const skipped = openPhase(dc)?.skip(turn) ?? false;
    await turn.say(skipped ? 'anytime.skipped' : 'anytime.cannot_skip');
    return 'move_on';
  },
  async thanks(turn) {
    await turn.say('anytime.thanks');
    return 'move_on';
  },
  /** A greeting is answered by the question that is open. */
  hello: async () => 'move_on',
  async helpful(turn) {
    if (await takeVerdict(turn, 'yes')) return 'done';
    await turn.say('anytime.thanks');
    return 'move_on';
  },
  async not_helpful(turn) {
    if (await takeVerdict(turn, 'no')) return 'done';
    await sayNotUnderstood(turn);
    return 'move_on';
  },
  async summary(turn) {
    if (turn.record.agreedAt) await turn.show(visitSummary(turn.record, turn.assessment));
    return 'move_on';
  },
};

/** The phase reads the command's words as its own. */
export function isWordOfPhase(command: Command, turn: Turn, dc: DialogContext): boolean {
  return openPhase(dc)?.takesWord(command, turn) ?? false;
}

function openPhase(dc: DialogContext): PhaseDialog | undefined {
  const dialog = dc.activeDialog && dc.findDialog(dc.activeDialog.id);
  return dialog instanceof PhaseDialog ? dialog : undefined;
}
