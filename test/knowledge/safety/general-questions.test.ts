import { expect } from 'chai';
import { assessText } from '../../../knowledge/safety/assess-text.js';

const outcome = (message: string) => {
  const { report, assessment } = assessText(message);
  return { ...assessment, medications: report.medications, conditions: report.conditions };
};

describe('a question at large', () => {
  const harmless = [
    'What conditions make massage unsafe? e.g. blood clots, cancer, fever?',
    'can massage cause a stroke?',
    'is massage safe with cancer?',
    'I was wondering if massage is safe with cancer',
    'Is it safe to have massage when pregnant?',
    'Can pregnant women have deep tissue?',
    'What are the symptoms of a stroke?',
    'can massage dislodge a blood clot?',
    'does massage help after a heart attack?',
    'Are blood thinners a problem for massage?',
    'How is osteoporosis treated?',
    'which opioid is best?',
    'should I take ibuprofen?',
    'would ibuprofen help?',
    'what if I have a stroke',
  ];
  for (const message of harmless) {
    it(`fires no rule and names nobody’s medicine or condition: ${message}`, () => {
      const { reasons, medications, conditions } = outcome(message);
      expect({ reasons, medications, conditions }).to.deep.equal({
        reasons: [],
        medications: [],
        conditions: [],
      });
    });
  }

  const personal: [string, string[]][] = [
    ['is massage safe with my cancer?', ['clearance']],
    ['I have cancer, is it safe?', ['clearance']],
    ['My neck hurts. Is massage safe with cancer?', ['clearance']],
    ['Is massage safe with cancer? I was diagnosed last year.', ['clearance']],
    ['is massage ok, I am on warfarin', ['clearance']],
    ['can my wife have a massage with cancer', ['clearance']],
    ['can massage help a numb face and slurred speech', ['emergency']],
    ['is massage safe with crushing chest pain?', ['emergency']],
    ['are slurred speech and a droopy face serious?', ['emergency']],
    ['is taking 30 paracetamol dangerous?', ['emergency']],
    ['what are the signs of stroke? my face droops', ['emergency']],
    ['Which symptoms need a doctor? My face droops and my speech is slurred', ['emergency']],
  ];
  for (const [message, expected] of personal) {
    it(`is none where somebody has it: ${message}`, () => {
      expect(expected).to.include(outcome(message).disposition);
    });
  }

  it('leaves the place it asks about as the complaint', () => {
    expect(
      assessText('does massage help knee pain?').report.complaints.map(({ region }) => region),
    ).to.deep.equal(['knee']);
  });
});
