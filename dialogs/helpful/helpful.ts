import { randomBytes } from 'node:crypto';
import { ActivityTypes } from 'botbuilder-core';
import { choices } from '../phrases/choices.js';
import { say } from '../phrases/phrases.js';
import type { Turn } from '../turn/turn.js';
import type { Utterance } from '../turn/utterance.js';
import type { ExplanationView, HelpfulQuestion } from '../views/view.js';
import type { Verdict } from './counter.js';
import { judge, withAnswer } from './given-answer.js';

/**
 * What our widget sends and gets back in place of messages: a press is no part of the talk, and is found again after a
 * reload. Its value is that of any button.
 */
export const HELPFUL_EVENT = 'helpful';

const QUESTION = /^helpful_([A-Za-z0-9_-]{1,40})$/;

/** Asks of an answer whether it helped, where the person agreed that anything is kept. */
export function askIfHelpful(turn: Turn, view: ExplanationView): HelpfulQuestion | undefined {
  const { record } = turn;
  if (!record.agreedAt || view.citations.length === 0) return undefined;
  const isFirst = !record.answers?.length;
  const id = randomBytes(9).toString('base64url');
  record.answers = withAnswer(
    record.answers,
    id,
    view.citations.map(({ passage }) => passage),
  );
  return {
    id: `helpful_${id}`,
    text: say('helpful.question'),
    choices: choices('helpful'),
    ...(isFirst && { hint: say('helpful.hint') }),
  };
}

/** The verdict that a button gives, and the answer it is about. */
export function readVerdict(answer: Utterance['answer']): { answer: string; verdict: Verdict } | undefined {
  const [, id] = QUESTION.exec(answer?.question ?? '') ?? [];
  const [verdict] = answer?.values ?? [];
  return id !== undefined && (verdict === 'yes' || verdict === 'no') ? { answer: id, verdict } : undefined;
}

/** Counts what was said of an answer, by default of the last one; false where there is none. */
export async function takeVerdict(turn: Turn, verdict: Verdict, answer?: string): Promise<boolean> {
  const { record, context } = turn;
  const id = answer ?? record.answers?.at(-1)?.id;
  const judged = id === undefined ? undefined : judge(record.answers, id, verdict);
  if (judged) {
    record.answers = judged.given;
    turn.count(judged.counts);
  }
  const { type, value } = context.activity;
  if (type !== ActivityTypes.Event) {
    if (judged || answer !== undefined) await turn.say('helpful.noted');
  } else if (judged) await context.sendActivity({ type: 'event', name: HELPFUL_EVENT, value });
  return judged !== undefined;
}
