import type { TurnContext } from 'botbuilder-core';
import { isGuideQuestion } from '../../knowledge/answers/question.js';
import { assess } from '../../knowledge/safety/assess.js';
import { isWorse } from '../../knowledge/safety/assessment.js';
import { readLanguage } from '../../knowledge/symptoms/language/read-language.js';
import { mergeReading } from '../../knowledge/symptoms/merge-reading.js';
import { readSymptoms } from '../../knowledge/symptoms/read-symptoms.js';
import { emptyReport } from '../../knowledge/symptoms/report.js';
import { answerFromGuide } from '../anytime/guide-question.js';
import { emergencyView } from '../danger/alarm.js';
import { showForeignNotice } from '../language/foreign-notice.js';
import { newRecord } from '../record/record.js';
import type { ConversationServices } from '../turn/services.js';
import { Turn } from '../turn/turn.js';
import type { Utterance } from '../turn/utterance.js';
import { Withheld } from '../welcome/withheld.js';

/**
 * In a group nobody's health is asked about or kept: general questions are answered, everything else is invited
 * to a personal chat. Danger still gets the number, without repeating what was said.
 */
export class GroupConversation {
  private readonly withheld: Withheld;

  constructor(private readonly services: ConversationServices) {
    this.withheld = new Withheld(services.clock);
  }

  async greet(context: TurnContext): Promise<void> {
    await this.turn(context, { text: '', attachments: [] }).say('group.hello');
  }

  async answer(context: TurnContext, utterance: Utterance): Promise<void> {
    const turn = this.turn(context, utterance);
    const reading = readSymptoms(utterance.text, { today: turn.now });
    const assessment = assess(mergeReading(emptyReport(), reading).report);
    if (isWorse(assessment.disposition, 'clearance')) {
      await turn.show(emergencyView(turn, assessment, true));
      await turn.say('group.personal');
      return;
    }
    const language = readLanguage(utterance.text);
    if (language) {
      await showForeignNotice(turn, language);
      return;
    }
    const isPersonal = reading.complaints.length > 0 && reading.findings.length > 0;
    if (isPersonal) await turn.say('group.personal');
    else if (isGuideQuestion(utterance.text)) await answerFromGuide(turn, utterance.text);
    else await turn.say('group.hello');
  }

  private turn(context: TurnContext, utterance: Utterance): Turn {
    return new Turn(context, utterance, this.services, newRecord(), this.services.clock(), this.withheld);
  }
}
