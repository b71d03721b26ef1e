import { DialogTurnStatus } from 'botbuilder-dialogs';
import { DialogTestClient } from 'botbuilder-testing';
import { expect } from 'chai';
import { type Confirmation, ConfirmDialog } from '../../../dialogs/anytime/confirm-dialog.js';
import type { PatientRecord } from '../../../dialogs/record/record.js';
import { Turn } from '../../../dialogs/turn/turn.js';
import type { Utterance } from '../../../dialogs/turn/utterance.js';
import { viewOf } from '../../../dialogs/views/show.js';
import { Withheld } from '../../../dialogs/welcome/withheld.js';
import { complaint, reportOf } from '../../knowledge/safety/reports.js';
import { finishedRecord } from '../support/records.js';
import { TODAY, talkServices } from '../support/talk.js';

/** The dialog alone, in turns on one record. */
async function confirmation(kind: Confirmation, start: PatientRecord) {
  const services = await talkServices();
  const withheld = new Withheld(services.clock);
  let record = start;
  let turn: Turn | undefined;
  let button: Utterance['answer'];
  const client = new DialogTestClient('test', new ConfirmDialog(kind), undefined, [
    {
      async onTurn(context, next) {
        const utterance = { text: context.activity.text, attachments: [], ...(button && { answer: button }) };
        turn = new Turn(context, utterance, services, record, TODAY, withheld);
        await next();
        record = turn.record;
      },
    },
  ]);
  return {
    async say(said: string, pressed?: string) {
      button = pressed === undefined ? undefined : { question: kind, values: [pressed] };
      const first = await client.sendActivity(said);
      const views = [];
      for (let reply = first; reply; reply = client.getNextReply()) views.push(viewOf(reply));
      return views;
    },
    client,
    record: () => record,
    turn: () => turn,
  };
}

const HARMLESS = finishedRecord({ report: reportOf([], { complaints: [complaint('neck')] }) });
const DANGER = finishedRecord({ report: reportOf(['saddle_numbness']), told: ['x'] });

describe('Asking before something is lost', () => {
  it('starts over on a yes, and only then', async () => {
    const { say, client, record, turn } = await confirmation('start_over', HARMLESS);
    const [question] = await say('start over');
    expect(question).to.include({ kind: 'question', id: 'start_over', closed: true });
    expect(record().report.complaints).to.have.length(1);
    const [done] = await say('yes');
    expect(done).to.deep.include({ kind: 'message', text: 'All right, we start over.' });
    expect(client.dialogTurnResult.status).to.equal(DialogTurnStatus.complete);
    expect(record().report.complaints).to.deep.equal([]);
    expect(record().agreedAt).to.equal(HARMLESS.agreedAt);
    expect(turn()).to.include({ taken: true, forget: false, ended: false });
  });

  it('erases everything on a yes, and ends', async () => {
    const { say, record, turn } = await confirmation('delete', HARMLESS);
    await say('delete my data');
    await say('1');
    expect(record().agreedAt).to.equal(undefined);
    expect(record().report.complaints).to.deep.equal([]);
    expect(turn()).to.include({ forget: true, ended: true });
  });

  for (const kind of ['start_over', 'delete'] as const) {
    it(`${kind}: a no changes nothing and ends the question`, async () => {
      const { say, client, record, turn } = await confirmation(kind, HARMLESS);
      await say(kind);
      await say('no');
      expect(record().report).to.deep.equal(HARMLESS.report);
      expect(client.dialogTurnResult.status).to.equal(DialogTurnStatus.complete);
      expect(turn()).to.include({ taken: true, forget: false, ended: false });
    });

    it(`${kind}: anything else asks again and changes nothing`, async () => {
      const { say, client, record } = await confirmation(kind, HARMLESS);
      const [question] = await say(kind);
      for (const said of ['hm', 'maybe', 'what does that mean?', 'my neck hurts', '7', '']) {
        expect(await say(said), said).to.deep.equal([question]);
        expect(client.dialogTurnResult.status).to.equal(DialogTurnStatus.waiting);
      }
      expect(record().report).to.deep.equal(HARMLESS.report);
    });

    it(`${kind}: takes its buttons`, async () => {
      const { say, record } = await confirmation(kind, HARMLESS);
      await say(kind);
      await say('', 'yes');
      expect(record().report.complaints).to.deep.equal([]);
    });
  }

  it('delete: is no yes amid other words', async () => {
    const { say, record } = await confirmation('delete', HARMLESS);
    await say('delete my data');
    for (const said of ['yes I have pain in my neck and back', 'yes, but what do you keep?', 'yes no']) {
      await say(said);
      expect(record().report, said).to.deep.equal(HARMLESS.report);
    }
  });

  it('says what stands against starting over after danger', async () => {
    const { say, record } = await confirmation('start_over', DANGER);
    const [question] = await say('start over');
    expect(question)
      .to.have.property('text')
      .that.matches(/numb.*get help first/is);
    await say('no');
    expect(record().report).to.deep.equal(DANGER.report);
  });

  for (const said of ['yes it is still so', 'yes it is', 'it is', 'yes I still have it', 'true, it is']) {
    it(`after danger takes "${said}" for no yes`, async () => {
      const { say, record, client } = await confirmation('start_over', DANGER);
      await say('start over');
      await say(said);
      expect(record().report).to.deep.equal(DANGER.report);
      expect(client.dialogTurnResult.status).to.equal(DialogTurnStatus.waiting);
    });
  }

  const confirmed: [said: string, pressed?: string][] = [
    ['', 'yes'],
    ['yes'],
    ['1'],
    ['Yes, it is not so or has been dealt with'],
  ];
  for (const [said, pressed] of confirmed) {
    it(`after danger starts over on ${pressed ? 'the button' : `"${said}"`}`, async () => {
      const { say, record } = await confirmation('start_over', DANGER);
      await say('start over');
      await say(said, pressed);
      expect(record().report.findings).to.deep.equal([]);
      expect(record().told).to.deep.equal([]);
    });
  }
});
