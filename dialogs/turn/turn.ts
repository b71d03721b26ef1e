import type { TurnContext } from 'botbuilder-core';
import { assess } from '../../knowledge/safety/assess.js';
import type { Assessment } from '../../knowledge/safety/assessment.js';
import { emergencyContacts } from '../../knowledge/safety/emergency-contacts.js';
import type { Reading } from '../../knowledge/symptoms/reading.js';
import type { Report } from '../../knowledge/symptoms/report.js';
import { type SlotValue, say } from '../phrases/phrases.js';
import { hasAgreement } from '../record/next-phase.js';
import { newRecord, type PatientRecord } from '../record/record.js';
import { show } from '../views/show.js';
import type { Choice, EmergencyContact, View } from '../views/view.js';
import type { Withheld } from '../welcome/withheld.js';
import type { ConversationServices } from './services.js';
import type { Utterance } from './utterance.js';

const TURN = Symbol('turn');

/** One turn of one conversation: what came in, what is known, and how to answer. Lives for that turn only. */
export class Turn {
  /** What the message says, once it was read. */
  reading?: Reading;
  /** The open phase could use the message. */
  taken = false;
  /** The message says something of the patient: a symptom, an age, a medicine. */
  learned = false;
  /** The message reads as a question to the guide. */
  asksGuide = false;
  /** An emergency or urgent notice was shown in this turn. */
  alarmed = false;
  /** Therapists were shown in this turn. */
  therapistsShown?: 'shown' | 'after_clearance';
  /** The conversation is over; nothing stays open. */
  ended = false;
  /** Something was shown in this turn. */
  spoke = false;
  /** Everything recorded of this conversation is to be erased with this turn. */
  forget = false;
  /** By how much the store's counters move with this turn. */
  readonly counts: Record<string, number> = {};
  private assessed?: { report: Report; assessment: Assessment };

  constructor(
    readonly context: TurnContext,
    readonly utterance: Utterance,
    readonly services: ConversationServices,
    public record: PatientRecord,
    readonly now: Date,
    private readonly withheld: Withheld,
  ) {
    context.turnState.set(TURN, this);
  }

  static of(context: TurnContext): Turn {
    return context.turnState.get<Turn>(TURN);
  }

  /** The assessment of the report as it stands at this moment. */
  get assessment(): Assessment {
    if (this.assessed?.report !== this.record.report) {
      this.assessed = { report: this.record.report, assessment: assess(this.record.report) };
    }
    return this.assessed.assessment;
  }

  /** As `assessment`, with what waits for agreement. */
  get standing(): Assessment {
    return hasAgreement(this.record) ? this.assessment : assess(this.withheldReport);
  }

  /** The choices' value where a button was pressed, else the words. */
  get words(): string {
    return this.utterance.answer?.values.join(',') ?? this.utterance.text;
  }

  /** A BCP 47 tag, as the channel gives it. */
  get locale(): string {
    return this.context.activity.locale ?? 'en-US';
  }

  get about(): Report['about'] {
    return this.record.report.about;
  }

  /** Names the conversation in this process. */
  private get conversation(): string {
    const { channelId, conversation } = this.context.activity;
    return JSON.stringify([channelId, conversation?.id]);
  }

  /** What was said before agreement, with this message. Kept in memory only. */
  get withheldReport(): Report {
    return this.withheld.reportFor(this.conversation);
  }

  withhold(report: Report): void {
    this.withheld.hold(this.conversation, report);
  }

  /** Hands over what was withheld: the person agreed. */
  takeWithheld(): Report | undefined {
    const report = this.withheld.get(this.conversation);
    this.withheld.drop(this.conversation);
    return report;
  }

  dropWithheld(): void {
    this.withheld.drop(this.conversation);
  }

  /** Forgets the person in the same write that commits this turn. */
  forgetPatient(): void {
    this.record = newRecord();
    this.forget = true;
    this.dropWithheld();
  }

  count(counts: Readonly<Record<string, number>>): void {
    for (const [name, by] of Object.entries(counts)) this.counts[name] = (this.counts[name] ?? 0) + by;
  }

  async show(view: View): Promise<void> {
    this.spoke = true;
    if (view.kind === 'question' || view.kind === 'checklist') this.record.open = view.id;
    await show(this.context, view);
  }

  /** Says a phrase of the phrase file, worded for the person it is about. */
  async say(key: string, values: Record<string, SlotValue> = {}, choices?: Choice[]): Promise<void> {
    const text = say(key, { numbers: () => this.numbers, ...values, about: this.about });
    await this.show({ kind: 'message', text, ...(choices && { choices }) });
  }

  contacts(actions: Assessment['reasons'][number]['action'][] = []): EmergencyContact[] {
    return emergencyContacts({
      ...(this.record.emergencyRegion && { said: this.record.emergencyRegion }),
      ...(this.services.emergencyRegion && { configured: this.services.emergencyRegion }),
      ...(this.context.activity.locale && { locale: this.context.activity.locale }),
      actions: actions.filter((action) => action !== undefined),
    });
  }

  /** The emergency numbers as half a sentence: "call 911", "call 112 (Europe) or 911 (United States)". */
  get numbers(): string {
    const actions = this.standing.reasons.map(({ action }) => action);
    const [first, ...more] = this.contacts(actions);
    if (!first) return say('emergency.no_number');
    if (more.length === 0) return say('emergency.call', { number: first.number });
    const all = [first, ...more].map(({ label, number }) => `${number} (${placeIn(label)})`);
    return say('emergency.call', { number: `${all.slice(0, -1).join(', ')} or ${all.at(-1)}` });
  }
}

/** "United States" of "Emergency services (United States)". */
function placeIn(label: string): string {
  return /\(([^)]+)\)$/.exec(label)?.[1] ?? label;
}
