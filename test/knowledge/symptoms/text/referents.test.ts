import { expect } from 'chai';
import { readSymptoms } from '../../../../knowledge/symptoms/read-symptoms.js';
import { referentsIn } from '../../../../knowledge/symptoms/text/referents.js';
import { readWords } from '../../../../knowledge/symptoms/text/words.js';

/** What the pronouns of a message stand for, in order of mention. */
function meant(message: string): string[] {
  return [...referentsIn(readWords(message)).values()].map((words) =>
    words.map(({ text }) => text).join(' '),
  );
}

const found = (message: string) =>
  readSymptoms(message)
    .findings.filter(({ status, experiencer }) => status === 'present' && experiencer === 'patient')
    .map(({ concept }) => concept);

describe('what a pronoun stands for', () => {
  it('is what the clause before names', () => {
    expect(meant('sudden pain in my arm, it went white')).to.deep.equal(['arm']);
    expect(meant('My calf is sore. It looks fat.')).to.deep.equal(['calf']);
  });

  it('is any of several that the clause names', () => {
    expect(meant('pain in my hand and foot, they are cold')).to.deep.equal(['hand foot']);
  });

  it('is nothing that the clause denies, or that was named too long ago', () => {
    expect(meant('no rash on my arm. It is just dry.')).to.deep.equal([]);
    expect(meant('My leg aches. I am a chef. I stand. I rest. It is fine.')).to.deep.equal([]);
  });

  it('is nothing where it speaks of the weather or the day', () => {
    expect(meant('a lump on my shoulder. It rained all day. It is Monday.')).to.deep.equal([]);
  });

  it('is nothing where nothing was named', () => {
    expect(meant('It is raining, it is dark.')).to.deep.equal([]);
  });

  it('lets a sign be told in a sentence of its own', () => {
    expect(found('my leg hurts, it has gone cold and pale')).to.include('cold_limb');
    expect(found('My calf is sore since the flight. It is swollen.')).to.include('calf_swelling');
  });

  it('takes a denied sign for denied', () => {
    expect(found('my calf is sore since the flight, it is not swollen')).not.to.include('calf_swelling');
  });
});
