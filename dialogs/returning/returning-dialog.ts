import { matchChoice } from '../choices/match-choice.js';
import { choices } from '../phrases/choices.js';
import { say } from '../phrases/phrases.js';
import { openRules } from '../record/next-phase.js';
import { newProblem } from '../record/record.js';
import { startSearch } from '../therapists/search.js';
import { PhaseDialog } from '../turn/phase-dialog.js';
import type { Turn } from '../turn/turn.js';

/** Silence after which a conversation is not simply continued, in milliseconds. */
const LONG_SILENCE = 24 * 60 * 60 * 1000;

/** After a day of silence: the same problem, or a new one? Either way a fresh screen before any therapist. */
export class ReturningDialog extends PhaseDialog {
  constructor() {
    super('returning');
  }

  override async ask(turn: Turn): Promise<'waiting' | 'done'> {
    await turn.show({
      kind: 'question',
      id: 'returning',
      text: say('returning.question'),
      why: say('anytime.why', { why: this.why() }),
      choices: choices('returning'),
    });
    return 'waiting';
  }

  override async answer(turn: Turn): Promise<boolean> {
    const { record } = turn;
    const value = matchChoice(turn.words, choices('returning'))?.value ?? (turn.learned ? 'same' : undefined);
    if (value === undefined) return false;
    if (value === 'new') {
      const alarming = new Set(openRules(turn.assessment).flatMap(({ concepts }) => concepts));
      turn.record = newProblem(record, alarming);
    } else {
      delete record.screened;
      delete record.returning;
      if (record.place) startSearch(turn.record);
      await turn.say('returning.same_note');
    }
    return true;
  }

  override why(): string {
    return say('returning.why');
  }
}

/** Notes the time of a message, and whether it came after a long silence with something under way. */
export function noteTime(turn: Turn): void {
  const { record, now } = turn;
  const before = record.lastSeenAt;
  record.lastSeenAt = now.toISOString();
  const underWay = record.report.complaints.length + record.report.findings.length > 0;
  if (before && underWay && now.getTime() - Date.parse(before) >= LONG_SILENCE) record.returning = true;
}
