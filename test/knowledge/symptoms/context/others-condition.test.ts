import { expect } from 'chai';
import { assessText } from '../../../../knowledge/safety/assess-text.js';

const dispositionOf = (text: string) => assessText(text, {}).assessment.disposition;

describe('whose condition it is', () => {
  for (const text of [
    'I teach pilates to older women with osteoporosis. My own hips are tight',
    'my dog has diabetes so can we meet at 6',
    'i sit with people with dementia all day, my lower back is stiff',
  ]) {
    it(`is not the writer's: ${text}`, () => expect(dispositionOf(text)).to.equal('routine'));
  }

  for (const text of [
    'I work in an office and have osteoporosis',
    'my dog pulled me over last year and I have osteoporosis',
    'Dad has motor neurone disease, diagnosed last year. Could a therapist come to him',
  ]) {
    it(`is the patient's: ${text}`, () => expect(dispositionOf(text)).to.not.equal('routine'));
  }
});

describe('whose trouble it is', () => {
  for (const text of [
    'Our parrot had a seizure this morning, the vet is great. My neck is stiff',
    'In that series the lass takes an overdose and I cried. Sore neck from lying in bed',
    'Watched a man get chest pain and die in last night. Good telly. Book me for Monday',
    'the mare went lame, broken bone in the foot, and all the mucking out has made my shoulders ache',
  ]) {
    it(`is an animal's, or in a story: ${text}`, () => expect(dispositionOf(text)).to.equal('routine'));
  }

  for (const text of [
    'the dog has been pulling and now I have crushing chest pain',
    'I was watching a film about sharks and my face went droopy on one side',
    'Watching the series with my dad and he has just had a seizure',
    'The horse kicked my head and I passed out',
  ]) {
    it(`is of one who can be asked for: ${text}`, () => expect(dispositionOf(text)).to.equal('emergency'));
  }
});
