import { matchChoice } from '../choices/match-choice.js';
import { openCorrection } from '../correction/correction.js';
import { choices } from '../phrases/choices.js';
import { say } from '../phrases/phrases.js';
import { list, toldAbout } from '../record/describe.js';
import { openRules } from '../record/next-phase.js';
import { PhaseDialog } from '../turn/phase-dialog.js';
import type { Turn } from '../turn/turn.js';

/** Help comes first. Whatever is asked, nothing but the way to help is answered, and no therapist is shown. */
export class EmergencyDialog extends PhaseDialog {
  protected override readonly takesOffers = true;

  constructor() {
    super('emergency');
  }

  override async ask(turn: Turn): Promise<'waiting' | 'done'> {
    if (turn.alarmed) return 'waiting';
    const reasons = turn.assessment.reasons.filter(({ disposition }) => disposition === 'emergency');
    const reminder = reasons.some(({ action }) => action === 'crisis_line') ? 'reminder_crisis' : 'reminder';
    await turn.say(`emergency.${reminder}`, { reasons: list(toldAbout(reasons)) }, choices('danger'));
    return 'waiting';
  }

  override async answer(turn: Turn): Promise<boolean> {
    if (matchChoice(turn.words, choices('danger'))?.value === 'mistake') openCorrection(turn);
    return true;
  }

  override why({ assessment }: Turn): string {
    return say('emergency.why', { reasons: list(toldAbout(openRules(assessment))) });
  }
}
