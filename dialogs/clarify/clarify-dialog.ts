import type { SafetyQuestion } from '../../knowledge/safety/assessment.js';
import { readSide } from '../../knowledge/symptoms/answers/side.js';
import { readYesNo } from '../../knowledge/symptoms/answers/yes-no.js';
import type { Finding } from '../../knowledge/symptoms/report.js';
import { matchChoice } from '../choices/match-choice.js';
import { choices } from '../phrases/choices.js';
import { say } from '../phrases/phrases.js';
import { answeredFinding } from '../record/answered-finding.js';
import { unclear } from '../record/next-phase.js';
import type { PatientRecord } from '../record/record.js';
import { PhaseDialog } from '../turn/phase-dialog.js';
import type { Turn } from '../turn/turn.js';

/** Put twice; after that it is left for the checklist. */
const MOST_ATTEMPTS = 2;

/** "The left one, I think": an answer of more words is read like any message. */
const WORDS_OF_ONE = 5;

const STATUS: Record<string, Finding['status']> = { yes: 'present', no: 'absent', unsure: 'uncertain' };

/** A vague alarm ("my leg is puffy"): one clear question, at once, before anything else is asked. */
export class ClarifyDialog extends PhaseDialog {
  constructor() {
    super('clarify');
  }

  override async ask(turn: Turn): Promise<'waiting' | 'done'> {
    const asked = openQuestion(turn);
    if (!asked) return 'done';
    const { record, about } = turn;
    const opening = say(record.attempts > 0 ? 'clarify.again' : 'clarify.question', { about });
    await turn.show({
      kind: 'question',
      id: 'clarify',
      // The full question is put to "you"; of somebody else the sign is named.
      text: `${opening} ${about === 'self' ? asked.text : asked.label}`,
      why: say('anytime.why', { why: asked.why }),
      choices: choices('clarify'),
    });
    return 'waiting';
  }

  override async answer(turn: Turn): Promise<boolean> {
    const { record } = turn;
    const asked = openQuestion(turn);
    // The message answered it in its own words, and the reading has it already.
    if (!asked) return true;
    const value =
      matchChoice(turn.words, choices('clarify'))?.value ?? readYesNo(turn.words) ?? whichOne(turn.words);
    const status = value === undefined ? undefined : STATUS[value];
    if (!status) {
      record.attempts += 1;
      if (!turn.learned && record.attempts < MOST_ATTEMPTS) return false;
    } else {
      const finding = answeredFinding(asked.concept, asked.label, status);
      record.report = { ...record.report, findings: [...record.report.findings, finding] };
    }
    close(record, asked);
    return true;
  }

  override skip(turn: Turn): boolean {
    const asked = openQuestion(turn);
    if (asked) close(turn.record, asked);
    return asked !== undefined;
  }

  override why(turn: Turn): string | undefined {
    return openQuestion(turn)?.why;
  }
}

/** "Left calf", "the right one": who says which one says yes. */
function whichOne(words: string): 'yes' | undefined {
  return words.split(/\s+/).length <= WORDS_OF_ONE && /left|right/.test(readSide(words) ?? '')
    ? 'yes'
    : undefined;
}

function close(record: PatientRecord, { concept }: SafetyQuestion): void {
  record.clarified = [...(record.clarified ?? []), concept];
  record.attempts = 0;
}

function openQuestion({ record, assessment }: Turn): SafetyQuestion | undefined {
  return unclear(record, assessment);
}
