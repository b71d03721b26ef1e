import { matchChoice } from '../choices/match-choice.js';
import { openCorrection } from '../correction/correction.js';
import { choices } from '../phrases/choices.js';
import { say } from '../phrases/phrases.js';
import { reportedWord } from '../physician-check/reported-word.js';
import { visitSummary } from '../physician-check/visit-summary.js';
import { list, toldAbout } from '../record/describe.js';
import { openRules } from '../record/next-phase.js';
import { remember } from '../record/trail.js';
import { PhaseDialog } from '../turn/phase-dialog.js';
import type { Turn } from '../turn/turn.js';

/** A clinician within 24 hours; no therapist until one has looked and agrees. */
export class UrgentDialog extends PhaseDialog {
  protected override readonly takesOffers = true;

  constructor() {
    super('urgent');
  }

  override async ask(turn: Turn): Promise<'waiting' | 'done'> {
    const { record } = turn;
    if (record.physician && turn.taken) return 'waiting';
    await turn.show({
      kind: 'question',
      id: 'urgent',
      text: say(record.attempts > 0 || record.physician ? 'urgent.question_again' : 'urgent.question'),
      why: say('anytime.why', { why: this.why(turn) }),
      choices: [...choices('urgent'), ...choices('danger')],
    });
    return 'waiting';
  }

  override async answer(turn: Turn): Promise<boolean> {
    const { record } = turn;
    const mistake = turn.record.open === 'urgent' ? undefined : matchChoice(turn.words, choices('danger'));
    const value =
      mistake?.value ?? reportedWord(turn, 'urgent', [...choices('urgent'), ...choices('danger')]);
    if (value === undefined) {
      record.attempts += 1;
      return false;
    }
    record.attempts = 0;
    if (value === 'mistake') {
      openCorrection(turn);
      return true;
    }
    record.physician = {
      answer: value as 'agrees' | 'not_yet' | 'advised_against',
      rules: openRules(turn.assessment).map(({ rule }) => rule),
    };
    remember(record, 'urgent');
    if (value === 'agrees') return true;
    await turn.say(value === 'not_yet' ? 'urgent.wait' : 'physician.against');
    await turn.show(visitSummary(record, turn.assessment));
    return true;
  }

  override why({ assessment }: Turn): string {
    return say('urgent.why', { reasons: list(toldAbout(openRules(assessment))) });
  }
}
