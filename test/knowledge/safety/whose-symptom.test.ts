import { expect } from 'chai';
import { assessText } from '../../../knowledge/safety/assess-text.js';

const rulesOn = (message: string) => assessText(message).assessment.reasons.map(({ rule }) => rule);

describe('whose symptom it is', () => {
  const askedFor = [
    'my wife fainted and is not waking up',
    'My wife fainted. She is not waking up.',
    'my dad, 70, suddenly confused since this morning',
    'wife noticed left side of my smile is gone',
    "Dad fell and banged his head, he's on warfarin",
    "my husband can't move his arm right now",
    "my husband collapsed this morning and won't wake up",
    'my husband thinks I had a stroke, my arm is weak and my face droops',
    'My mum has chest pain, I have called an ambulance',
    'my wife has crushing chest pain and my doctor is closed',
    'I woke up and my husband is unconscious',
    'I feel scared, my dad has chest pain',
    'my friend recommended massage, crushing chest pain since noon',
    'I hurt my back lifting my mother, crushing chest pain since',
    'my wife was fine yesterday but now her face droops',
    'my dad had a seizure and is still shaking',
    'my flatmate took 20 paracetamol last night',
    'For my dad: crushing chest pain and sweating',
  ];
  for (const message of askedFor) {
    it(`takes as the patient’s: ${message}`, () => {
      expect(assessText(message).assessment.disposition).to.equal('emergency');
    });
  }

  const others = [
    "My dad had a heart attack at 60, but I'm fine",
    'My husband has chest pain history, but this is for me',
    'my mother died of a stroke',
    'heart disease runs in my family',
    'my family has a history of blood clots',
    'my dad died of a heart attack last year, I have a stiff neck',
    "my mum just died of a stroke and I'm stressed",
    'my grandad’s stroke was in 2010, I have a sore neck',
    'my brother broke his neck in 1990, I have knee pain',
    'my sister tried to kill herself last year, I am stressed and my neck hurts',
    'my mother has breast cancer and I have neck pain',
    'My mother has dementia and I care for her; lifting her makes my back ache',
  ];
  for (const message of others) {
    it(`takes as somebody else’s: ${message}`, () => expect(rulesOn(message)).to.deep.equal([]));
  }
});
