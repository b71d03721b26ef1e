import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { CodedError } from '../../../../knowledge/coded-error.js';
import { conceptLabel, loadLexicon, readLexicon } from '../../../../knowledge/symptoms/lexicon/lexicon.js';

function lexiconOf(files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'lexicon-'));
  try {
    mkdirSync(join(folder, 'concepts'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return readLexicon(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function refusalOf(files: Record<string, string>): CodedError {
  try {
    lexiconOf(files);
  } catch (error) {
    if (error instanceof CodedError) return error;
    throw error;
  }
  throw new Error('the lexicon was taken');
}

const calf = '- id: calf_swelling\n  label: a swollen calf\n  phrases: [<calf> <swollen>]\n';
const classes = 'calf: [calf, lower leg]\nswollen: [swollen]\n';

describe('the lexicon', () => {
  it('that ships with the project loads, once', () => {
    expect(loadLexicon().concepts.size).to.be.greaterThan(50);
    expect(loadLexicon()).to.equal(loadLexicon());
  });

  it('joins the entries of a class over all its files', () => {
    const lexicon = lexiconOf({
      'classes.yaml': classes,
      'classes-more.yaml': 'calf: [shin]\n',
      'concepts/legs.yaml': calf,
    });
    expect(lexicon.classes).to.have.property('calf').with.members(['calf', 'lower leg', 'shin']);
    expect(lexicon.concepts.get('calf_swelling')?.past).to.equal('ignore');
  });

  it('refuses one concept in two files and names both', () => {
    const { code, message } = refusalOf({
      'classes.yaml': classes,
      'concepts/a.yaml': calf,
      'concepts/b.yaml': calf,
    });
    expect(code).to.equal('LEXICON_CONCEPT_TWICE');
    expect(message).to.match(/b\.yaml.*calf_swelling.*a\.yaml/);
  });

  it('refuses a concept that is a kind of something unknown, or by others of itself', () => {
    const unknown = refusalOf({
      'classes.yaml': classes,
      'concepts/a.yaml': `${calf}  kindOf: [swelling]\n`,
    });
    expect(unknown.code).to.equal('LEXICON_KIND_INVALID');
    expect(unknown.message).to.match(/a\.yaml.*calf_swelling.*swelling/);
    const round = refusalOf({
      'classes.yaml': classes,
      'concepts/a.yaml': `${calf}  kindOf: [swelling]\n- id: swelling\n  label: x\n  phrases: [x]\n  kindOf: [calf_swelling]\n`,
    });
    expect(round.code).to.equal('LEXICON_KIND_INVALID');
    expect(round.message).to.match(/kind of itself/);
  });

  it('refuses a field it does not know, with file and line', () => {
    const { code, message } = refusalOf({
      'classes.yaml': classes,
      'concepts/a.yaml': `${calf}  phases: [x]\n`,
    });
    expect(code).to.equal('DATA_FILE_INVALID');
    expect(message).to.match(/a\.yaml:1: .*phases/);
  });

  for (const [phrase, why] of [
    ['<shin> red', 'no word class <shin>'],
    ['"not closed', 'does not end with one'],
    ['arm {0,6}', 'ends with a gap'],
    ['arm {6,0} weak', 'must rise'],
    ['[the]', 'no word that must be there'],
    ['arm numb | weak', 'without a word on either side'],
    ['arm numb||weak', 'without a word on either side'],
    ['arm (very weak|numb)', 'has a bracket'],
    ['arm [very weak', 'stray ['],
    ['=Fitting now', 'asks for a form'],
    ['arm {0,6 weak', 'stray {'],
  ] as const) {
    it(`refuses the phrase ${phrase} and says why`, () => {
      const text = `- id: x\n  label: x\n  phrases:\n    - '${phrase}'\n`;
      const { code, message } = refusalOf({ 'classes.yaml': classes, 'concepts/a.yaml': text });
      expect(code).to.equal('LEXICON_PHRASE_INVALID');
      expect(message).to.include(why).and.to.include('concept x');
    });
  }

  it('names a concept to a patient, an unknown one by its words', () => {
    const lexicon = lexiconOf({ 'classes.yaml': classes, 'concepts/a.yaml': calf });
    expect(conceptLabel('calf_swelling', lexicon)).to.equal('a swollen calf');
    expect(conceptLabel('odd_thing', lexicon)).to.equal('odd thing');
  });
});
