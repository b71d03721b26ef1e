import { assess } from '../knowledge/safety/assess.js';
import { isWorse } from '../knowledge/safety/assessment.js';
import { regionSaid } from '../knowledge/safety/emergency-contacts.js';
import { mergeReading } from '../knowledge/symptoms/merge-reading.js';
import { withProposals } from '../knowledge/symptoms/proposals/proposed-findings.js';
import { readSymptoms } from '../knowledge/symptoms/read-symptoms.js';
import type { Reading } from '../knowledge/symptoms/reading.js';
import { tellsOfTherapistOnly } from '../services/therapists/wishes.js';
import { sayWhatChanged } from './correction/correction.js';
import { alarm } from './danger/alarm.js';
import { say } from './phrases/phrases.js';
import { complaintInWords } from './record/describe.js';
import { hasAgreement, nextPhase } from './record/next-phase.js';
import { askModel } from './turn/ask-model.js';
import type { Turn } from './turn/turn.js';

/** Takes in what a message says, at whatever phase. Before agreement nothing of it reaches the record. */
export async function listen(turn: Turn): Promise<void> {
  const { text } = turn.utterance;
  if (text.trim() === '') return;
  const reading = await withModelsProposals(turn, readSymptoms(text, { today: turn.now }));
  turn.reading = reading;
  turn.learned = saysSomething(reading);
  if (hasAgreement(turn.record)) await keep(turn, reading);
  else if (turn.learned && !turn.record.declined) await withhold(turn, reading);
  else if (turn.learned) await warnOnly(turn, reading);
}

/**
 * Where the rules see no emergency, a model may point at words that they missed. Not before agreement: what a person
 * says leaves this machine only with it. Not for a button, which says nothing new.
 */
async function withModelsProposals(turn: Turn, reading: Reading): Promise<Reading> {
  const { utterance, record, services, now } = turn;
  const { proposer } = services;
  if (!proposer || utterance.answer || !hasAgreement(record)) return reading;
  const { disposition } = assess(mergeReading(record.report, reading).report);
  if (disposition === 'emergency') return reading;
  const proposals = await askModel(turn, 'findings', (budget) => proposer.propose(utterance.text, budget));
  return withProposals(reading, utterance.text, proposals, { today: now });
}

/** "Someone who has treated carpal tunnel" tells of no new complaint; what could be danger counts all the same. */
function withoutWishes({ utterance, record, assessment }: Turn, reading: Reading): Reading {
  const isWish = nextPhase(record, assessment) === 'therapists' && tellsOfTherapistOnly(utterance.text);
  return isWish ? { ...reading, complaints: [] } : reading;
}

async function keep(turn: Turn, heard: Reading): Promise<void> {
  const { record } = turn;
  const reading = withoutWishes(turn, heard);
  const region = regionSaid(turn.utterance.text);
  if (region) record.emergencyRegion = region;
  if (!turn.learned) return;
  const before = reading.correction && turn.assessment.disposition;
  const known = record.report.complaints;
  record.report = mergeReading(record.report, reading).report;
  const { complaints } = record.report;
  if (complaints.some(({ region }) => !known.some((other) => other.region === region))) screenAgain(turn);
  if (!before) return;
  const complaint = complaints.at(-1);
  if (isWorse(before, turn.assessment.disposition)) await sayWhatChanged(turn, before);
  else if (complaint && JSON.stringify(complaints) !== JSON.stringify(known))
    await turn.say('symptoms.changed', { facts: complaintInWords(complaint) });
}

/** The checklist was for the places named then; a new one has signs of its own, and its own explanation. */
function screenAgain({ record }: Turn): void {
  delete record.screened;
  delete record.explained;
  if (record.place) record.searching = true;
}

/** Danger is answered at once; everything else waits in memory for the agreement. */
async function withhold(turn: Turn, reading: Reading): Promise<void> {
  const held = turn.withheldReport;
  const report = mergeReading(held, reading).report;
  turn.withhold(report);
  const assessment = assess(report);
  if (isWorse(assessment.disposition, assess(held).disposition)) await alarm(turn, assessment, false);
  if (!turn.alarmed) await turn.show({ kind: 'message', text: say('welcome.withheld') });
}

/** Someone who did not agree is still warned; nothing is kept of it, not even for this talk. */
async function warnOnly(turn: Turn, reading: Reading): Promise<void> {
  await alarm(turn, assess(mergeReading(turn.withheldReport, reading).report), false);
}

function saysSomething(reading: Reading): boolean {
  const { findings, complaints, loose, conditions, medications, goals, age, sex, pregnant, about } = reading;
  const lists = [findings, complaints, conditions, medications, goals, Object.keys(loose)];
  return (
    lists.some((list) => list.length > 0) || [age, sex, pregnant, about].some((fact) => fact !== undefined)
  );
}
