import { expect } from 'chai';
import { isGuideQuestion } from '../../../knowledge/answers/question.js';

describe('telling a question to the guide from an answer', () => {
  const questions = [
    'Does massage help back pain',
    'what is medical massage?',
    'will it hurt?',
    'ok, but how much does it cost',
    'I have a sore neck. What can massage do?',
    'massage for migraines?',
    'is it safe in pregnancy',
    'Do I need a referral?',
    'tell me about trigger points',
    'I was wondering if it hurts',
    'my back hurts, can it help?',
    'Is massage okay?',
    'my gp laughed at me, does this stuff even work',
    'sitting too long, how much is it',
    'How long does it take',
    'What’s myofascial release?',
  ];
  for (const text of questions)
    it(`hears a question in "${text}"`, () => expect(isGuideQuestion(text)).to.equal(true));

  const answers = [
    'is 3 weeks ok',
    'is 3 weeks ok?',
    'would a 7 do?',
    'the left one?',
    'about two months?',
    'maybe since March?',
    '7?',
    'my neck hurts',
    'sitting too long, will get worse in the evening',
    'left, could be both',
    'no',
    'what?',
    'why do you ask?',
    'what do you mean?',
    'can I say both?',
    'can I skip this?',
    "I don't know what to do",
    'sciatica?',
    '',
    '???',
  ];
  for (const text of answers)
    it(`hears none in "${text}"`, () => expect(isGuideQuestion(text)).to.equal(false));
});
