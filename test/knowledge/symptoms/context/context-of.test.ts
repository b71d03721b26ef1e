import { expect } from 'chai';
import { contextOf } from '../../../../knowledge/symptoms/context/context-of.js';

/** Sentence, term, and how the sentence treats it: status, temporality, experiencer. */
const table: [sentence: string, term: string, context: string][] = [
  ['I had a clot in 2015, all clear now', 'clot', 'present past patient'],
  ['no fever, chills or sweats', 'sweats', 'absent current patient'],
  ['denies pain, numbness and tingling', 'tingling', 'absent current patient'],
  ["I can't stand the pain", 'pain', 'present current patient'],
  ['not only numbness but weakness', 'numbness', 'present current patient'],
  ['not sure if my leg is swollen', 'leg is swollen', 'uncertain current patient'],
  ['I am no longer able to walk because of back pain', 'back pain', 'present current patient'],
  ['a clot was ruled out', 'clot', 'absent current patient'],
  ['the test for a clot was negative', 'clot', 'absent current patient'],
  ['What if it were a stroke?', 'stroke', 'uncertain hypothetical patient'],
  ['should I worry about a clot', 'clot', 'uncertain hypothetical patient'],
  ['my dad had a stroke', 'stroke', 'present past other'],
  ["my husband can't move his arm right now", 'arm', 'present current patient'],
  ['No fever but my calf is swollen', 'calf is swollen', 'present current patient'],
  ['no fever, my calf is swollen', 'calf is swollen', 'present current patient'],
  ['I have no relief from the chest pain', 'chest pain', 'present current patient'],
  ['history of breast cancer', 'breast cancer', 'present past patient'],
  ['my mother has breast cancer and I have neck pain', 'breast cancer', 'present current other'],
  ['I used to have migraines', 'migraines', 'present past patient'],
  ['numbness went away', 'numbness', 'present past patient'],
  ["I don't have any numbness", 'numbness', 'absent current patient'],
  ['painkillers do not help the pain', 'pain', 'present current patient'],
  ["I can't sleep because of numbness", 'numbness', 'present current patient'],
  ['never had chest pain like this', 'chest pain', 'present current patient'],
  ["I've never had a stroke", 'stroke', 'absent current patient'],
  ['had chest pain this morning', 'chest pain', 'present current patient'],
  ['I had chest pain last night', 'chest pain', 'present current patient'],
  ['No, I have chest pain', 'chest pain', 'present current patient'],
  ['Fever: no', 'fever', 'absent current patient'],
  ['no cough, temp 39.5', 'temp 39.5', 'present current patient'],
  ['no fever over 38', 'fever over 38', 'absent current patient'],
  ['not eating or sleeping, so low', 'so low', 'present current patient'],
  ['no spleen and a fever', 'fever', 'present current patient'],
  ['night pain in my spine, cancer before', 'night pain', 'present current patient'],
  ['confused today, which never happened before', 'confused', 'present current patient'],
  ['Numbness? No.', 'numbness', 'absent current patient'],
  ['my calf is not swollen', 'swollen', 'absent current patient'],
  ['if I get numbness what should I do', 'numbness', 'uncertain hypothetical patient'],
  ['if I turn my head I get dizzy', 'dizzy', 'present current patient'],
  ['maybe a fever', 'fever', 'uncertain current patient'],
  ["I think I'm having a heart attack", 'heart attack', 'present current patient'],
  ['diagnosed with MS in 2015', 'MS', 'present current patient'],
  ['I was treated for cancer 5 years ago', 'cancer', 'present past patient'],
  ['no numbness or weakness, just tingling', 'tingling', 'present current patient'],
  ['no numbness, just tingling', 'tingling', 'present current patient'],
  ['without any fever', 'fever', 'absent current patient'],
  ['my sister had a blood clot', 'blood clot', 'present past other'],
  ['family history of stroke', 'stroke', 'present past other'],
  ['stroke runs in my family', 'stroke', 'present current other'],
  ['My son has a fever', 'fever', 'present current patient'],
  ["I don't think I have a fever", 'fever', 'absent current patient'],
  ['neither numb nor weak', 'weak', 'absent current patient'],
  ["I can't walk without pain", 'pain', 'present current patient'],
  ["pain won't go away", 'pain', 'present current patient'],
  ['I have pain, no numbness', 'numbness', 'absent current patient'],
  ['I have no pain and my leg is numb', 'numb', 'present current patient'],
  ["my doctor said there's no sign of cancer", 'cancer', 'absent current patient'],
  ['Doctor ruled out a fracture', 'fracture', 'absent current patient'],
  ['scared I might have a blood clot', 'blood clot', 'uncertain current patient'],
  ['I do not know why my calf is swollen', 'swollen', 'present current patient'],
  ['nope no fever', 'fever', 'absent current patient'],
  ["there isn't any weakness", 'weakness', 'absent current patient'],
  ["The weakness in my leg isn't new", 'weakness', 'present current patient'],
  ['I have chest pain and no fever', 'chest pain', 'present current patient'],
  ['a 2-week history of back pain', 'back pain', 'present current patient'],
  ['it feels as if my leg is numb', 'numb', 'present current patient'],
  ['Can I have a massage if I have a blood clot?', 'blood clot', 'uncertain current patient'],
  ["I can't lift my swollen arm", 'swollen arm', 'present current patient'],
  ['Without my meds I have chest pain', 'chest pain', 'present current patient'],
  ['no appetite, night sweats and lost 10 kg', 'night sweats', 'present current patient'],
  ['no fever, chills and lost 10 kg', 'lost', 'present current patient'],
  ['chest pain but nothing sudden', 'sudden', 'absent current patient'],
  ['nothing helps the pain', 'pain', 'present current patient'],
  ['my wife fainted last year', 'fainted', 'present past other'],
  ['my wife fainted just now', 'fainted', 'present current patient'],
  ['No history of trauma', 'history of trauma', 'absent current patient'],
  ['No change in bowel habits', 'change in bowel habits', 'absent current patient'],
  ['no fever, severe back pain since Monday', 'back pain', 'present current patient'],
  ['numbness has not gone away', 'numbness', 'present current patient'],
  ["my mum's stroke was last year", 'stroke', 'present past other'],
  ['dad is dizzy, he says I am fine', 'dizzy', 'present current patient'],
  ['my arms ache as if I swam and I have not, chest heavy', 'chest heavy', 'present current patient'],
  ["dad's got a swelling in his belly", 'swelling', 'present current patient'],
  // A past cue reaches its own mention.
  ['Chickenpox 1979, tonsils 1983', 'chickenpox', 'present past patient'],
  ['he broke his back in 2014', 'broke his back', 'present past patient'],
  ['my appendix burst back in 2014', 'appendix burst', 'present past patient'],
  ["collapsed lung, class of '98", 'collapsed lung', 'present past patient'],
  ["had a clot in '98", 'clot', 'present past patient'],
  ['concussion in high school', 'concussion', 'present past patient'],
  ['numb since 2014', 'numb', 'present current patient'],
  ['very confused, asking where grandad is (he died 2009)', 'confused', 'present current patient'],
  ['tetanus jab 15 years ago, jaw clamped now', 'jaw clamped', 'present current patient'],
  ['jaw clamped, tetanus jab 15 years ago', 'jaw clamped', 'present current patient'],
  ['chest pain and sweating, bypass in 2011', 'chest pain', 'present current patient'],
  ['she took 2000 mg of paracetamol', 'paracetamol', 'present current patient'],
  // A condition in mid-clause ends at the next comma.
  ['he howls if i go near, wont feed since noon', 'feed', 'absent current patient'],
  ['hurts if you tap it, got a temp', 'temp', 'present current patient'],
  ['he cries if we lift him, floppy', 'floppy', 'present current patient'],
  ['what if I get chest pain, numbness', 'numbness', 'uncertain hypothetical patient'],
];

describe('the context of a term', () => {
  for (const [sentence, term, expected] of table) {
    it(`"${sentence}" has ${term} as ${expected}`, () => {
      const { status, temporality, experiencer } = contextOf(sentence, term);
      expect(`${status} ${temporality} ${experiencer}`).to.equal(expected);
    });
  }

  it('is found for a term in any case and spacing', () => {
    expect(contextOf('NO   Chest   PAIN here', 'chest pain').status).to.equal('absent');
    expect(contextOf('chest pain', 'CHEST  Pain').status).to.equal('present');
  });

  it('takes a term that is not there for present', () => {
    expect(contextOf('all is well', 'fever')).to.deep.equal({
      status: 'present',
      temporality: 'current',
      experiencer: 'patient',
    });
    expect(contextOf('', '')).to.deep.include({ status: 'present' });
  });
});
