import type { ConversationState, TurnContext } from 'botbuilder-core';
import type { DialogContext } from 'botbuilder-dialogs';
import type { Disposition } from '../knowledge/safety/assessment.js';
import { ConfirmDialog } from './anytime/confirm-dialog.js';
import { ClarifyDialog } from './clarify/clarify-dialog.js';
import { EmergencyDialog } from './emergency/emergency-dialog.js';
import { ExplanationDialog } from './explanation/explanation-dialog.js';
import { hear } from './hear.js';
import { readVerdict, takeVerdict } from './helpful/helpful.js';
import { moveOn } from './move-on.js';
import { PhysicianCheckDialog } from './physician-check/physician-check-dialog.js';
import { newRecord, type PatientRecord } from './record/record.js';
import { RedFlagsDialog } from './red-flags/red-flags-dialog.js';
import { noteTime, ReturningDialog } from './returning/returning-dialog.js';
import { SymptomsDialog } from './symptoms/symptoms-dialog.js';
import { TherapistsDialog } from './therapists/therapists-dialog.js';
import { DialogStack } from './turn/dialog-stack.js';
import type { ConversationServices } from './turn/services.js';
import { Turn } from './turn/turn.js';
import type { Utterance } from './turn/utterance.js';
import { UrgentDialog } from './urgent/urgent-dialog.js';
import { greet } from './welcome/greeting.js';
import { WelcomeDialog } from './welcome/welcome-dialog.js';
import { Withheld } from './welcome/withheld.js';

/** What comes of a turn besides what was shown. */
export interface ConversationOutcome {
  /** All that is recorded of this conversation is to be erased in the same write. */
  forget: boolean;
  /** The person agreed that what they say is kept. */
  keepIncoming: boolean;
  /** By how much the store's counters move. */
  counts: Readonly<Record<string, number>>;
  /** Where the conversation stands after the turn. */
  disposition: Disposition;
  /** Therapists were shown in this turn: with no clearance needed, or after it. */
  therapists?: 'shown' | 'after_clearance';
}

/** One person's conversation: one dialog a phase, and a record from which the next phase is derived. */
export class Conversation {
  private readonly withheld: Withheld;
  private readonly stack = new DialogStack([
    new WelcomeDialog(),
    new ReturningDialog(),
    new ClarifyDialog(),
    new SymptomsDialog(),
    new RedFlagsDialog(),
    new EmergencyDialog(),
    new UrgentDialog(),
    new ExplanationDialog(),
    new PhysicianCheckDialog(),
    new TherapistsDialog(),
    new ConfirmDialog('start_over'),
    new ConfirmDialog('delete'),
  ]);

  constructor(private readonly services: ConversationServices) {
    this.withheld = new Withheld(services.clock);
  }

  /** Greets a person who has just come, once. */
  async welcome(context: TurnContext, state: ConversationState): Promise<ConversationOutcome> {
    return this.run(context, state, { text: '', attachments: [] }, async (turn, dc) => {
      if (dc.activeDialog) return;
      await greet(turn);
      await moveOn(turn, dc);
    });
  }

  /** Answers one message. */
  async hear(
    context: TurnContext,
    state: ConversationState,
    utterance: Utterance,
  ): Promise<ConversationOutcome> {
    return this.run(context, state, utterance, async (turn, dc) => {
      noteTime(turn);
      await hear(turn, dc);
    });
  }

  /** Takes what was pressed beside the talk: whether an answer helped. */
  async judge(
    context: TurnContext,
    state: ConversationState,
    utterance: Utterance,
  ): Promise<ConversationOutcome> {
    return this.run(context, state, utterance, async (turn) => {
      const verdict = readVerdict(utterance.answer);
      if (verdict) await takeVerdict(turn, verdict.verdict, verdict.answer);
    });
  }

  private async run(
    context: TurnContext,
    state: ConversationState,
    utterance: Utterance,
    act: (turn: Turn, dc: DialogContext) => Promise<void>,
  ): Promise<ConversationOutcome> {
    const recordProperty = state.createProperty<PatientRecord>('record');
    const record = await recordProperty.get(context, newRecord());
    const turn = new Turn(context, utterance, this.services, record, this.services.clock(), this.withheld);
    const dc = await this.stack.contextFor(context, state);
    await act(turn, dc);
    if (turn.ended) await dc.cancelAllDialogs();
    await recordProperty.set(context, turn.record);
    return {
      forget: turn.forget,
      keepIncoming: turn.record.agreedAt !== undefined,
      counts: turn.counts,
      disposition: turn.standing.disposition,
      ...(turn.therapistsShown && { therapists: turn.therapistsShown }),
    };
  }
}
