import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { choices } from '../../../dialogs/phrases/choices.js';
import { phraseKeys, say } from '../../../dialogs/phrases/phrases.js';
import { questions } from '../../../dialogs/symptoms/question.js';
import { projectPath } from '../../../knowledge/data-file.js';
import { DISPOSITIONS } from '../../../knowledge/safety/assessment.js';

type Entry = string | Record<string, string>;
const phrases: Record<string, Record<string, Entry>> = parse(
  readFileSync(projectPath('dialogs', 'phrases', 'en.yaml'), 'utf8'),
);
const choiceSets: string[] = Object.keys(
  parse(readFileSync(projectPath('dialogs', 'phrases', 'choices.yaml'), 'utf8')),
);

const sources = ['dialogs', 'cli', 'bots'].flatMap((folder) =>
  readdirSync(projectPath(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(projectPath(folder), name), 'utf8')),
);
const code = sources.join('\n');
/** What the code fills into the phrase it says, by the template: a new one belongs here. */
const FAMILIES: Record<string, string[]> = {
  'welcome.${step}': ['consent', 'guardian', 'about'],
  'welcome.${step}_why': ['consent', 'guardian', 'about'],
  'anytime.${wording}': ['start_over', 'start_over_danger', 'delete'],
  'disposition.${before}': [...DISPOSITIONS],
  'emergency.${reminder}': ['reminder', 'reminder_crisis'],
  'summary.${name}': ['conditions', 'medications'],
};

/** The sets of choices that the code hands over by name: a new one belongs here. */
const HANDED_OVER: Record<string, string[]> = {
  step: ['consent', 'guardian', 'about'],
  wording: ['start_over', 'start_over_danger', 'delete'],
  id: [...questions.values()].flatMap(({ id, choices: named }) => (named ? [id] : [])),
};

/** What is written in quotes between the parentheses of each call, whichever branch of `a ? b : c` it is. */
function namedIn(call: RegExp): string[] {
  return [...code.matchAll(call)].flatMap(
    ([, inside = '']) => inside.match(/(?<=['`])[^'`\n]+(?=['`])/g) ?? [],
  );
}

/** The first argument of say('…') and turn.say('…'). */
const said = namedIn(/\bsay\(\s*((?:[^(){},]|\{[^{}]*\})*)/g).filter((key) => /^[a-z_]+\./.test(key));
const plain = said.filter((key) => !key.includes('${'));
const templates = said.filter((key) => key.includes('${'));
const ofFamilies = Object.entries(FAMILIES).flatMap(([template, values]) =>
  values.map((value) => template.replace(/\$\{\w+\}/, value)),
);

describe('The phrase file', () => {
  const keys = phraseKeys();

  it('is read by this check as the bot reads it', () => {
    const all = Object.entries(phrases).flatMap(([group, entries]) =>
      Object.keys(entries).map((name) => `${group}.${name}`),
    );
    expect(keys).to.have.members(all);
    expect(plain.length, 'keys found in the code').to.be.above(80);
  });

  it('holds every phrase that the code says', () => {
    expect(plain.filter((key) => !keys.includes(key))).to.deep.equal([]);
  });

  it('holds every phrase of the families, and the families are those of the code', () => {
    expect(new Set(templates)).to.deep.equal(new Set(Object.keys(FAMILIES)));
    expect(ofFamilies.filter((key) => !keys.includes(key))).to.deep.equal([]);
  });

  it('holds nothing that nobody says', () => {
    const used = new Set([...plain, ...ofFamilies]);
    expect(keys.filter((key) => !used.has(key))).to.deep.equal([]);
  });

  it('words a phrase of persons for each of the three, differently', () => {
    const ofPersons = Object.values(phrases)
      .flatMap((group) => Object.values(group))
      .filter((entry) => typeof entry !== 'string');
    expect(ofPersons).not.to.have.length(0);
    for (const entry of ofPersons) {
      expect(Object.keys(entry)).to.have.members(['self', 'child', 'other']);
      expect(new Set(Object.values(entry)).size).to.equal(3);
      expect(entry.child).to.match(/child/);
      expect(entry.other).to.match(/person|they/);
    }
  });

  it('says no phrase of persons without naming whom it is about', () => {
    for (const [group, entries] of Object.entries(phrases)) {
      for (const [name, entry] of Object.entries(entries)) {
        if (typeof entry === 'string') continue;
        expect(say(`${group}.${name}`, { about: 'child' })).to.equal(entry.child?.trim());
        expect(say(`${group}.${name}`, { about: 'other' })).to.equal(entry.other?.trim());
        expect(say(`${group}.${name}`)).to.equal(entry.self?.trim());
      }
    }
  });

  it('fills every slot, and refuses a phrase of which one is left open', () => {
    expect(say('welcome.kept', { days: 30 }))
      .to.include('erased after 30 days')
      .and.not.include('{');
    expect(() => say('welcome.kept')).to.throw(/welcome\.kept.*\{days\}/);
    expect(() => say('welcome.nothing')).to.throw(/no welcome\.nothing/);
  });

  it('puts every reason why in words that complete "Why I ask: …"', () => {
    const reasons = keys.filter((key) => /(?:^|[._])why$/.test(key) && !/^anytime\./.test(key));
    expect(reasons.length).to.be.above(5);
    for (const key of reasons) {
      const [group = '', name = ''] = key.split('.');
      const why = phrases[group]?.[name];
      expect(why, key).to.be.a('string');
      expect(String(why), key).to.match(/^(?:\p{Ll}|I )/u);
      expect(String(why).trim(), key).to.match(/\.$/);
      expect(String(why), key).not.to.match(/^because\b|\?/i);
    }
  });
});

describe('The choices file', () => {
  const calls = [...code.matchAll(/(?<!function )\bchoices\(([\w'.]+)/g)].map(
    ([, argument = '']) => argument,
  );
  const literal = calls
    .filter((argument) => argument.startsWith("'"))
    .map((name) => name.replaceAll("'", ''));
  const variables = calls.filter((argument) => !argument.startsWith("'") && argument !== 'this.wording');
  const used = new Set([...literal, ...Object.values(HANDED_OVER).flat()]);

  it('holds every set that the code names', () => {
    expect(literal.length).to.be.above(5);
    expect(new Set(variables)).to.deep.equal(new Set(Object.keys(HANDED_OVER)));
    expect([...used].filter((name) => !choiceSets.includes(name))).to.deep.equal([]);
    expect(() => choices('nothing')).to.throw(/no nothing/);
  });

  it('holds no set that nobody offers', () => {
    expect(choiceSets.filter((name) => !used.has(name))).to.deep.equal([]);
  });

  for (const name of choiceSets) {
    it(`${name}: no two choices share a value, a label or a word`, () => {
      const words = choices(name).flatMap(({ value, label, synonyms = [] }) => [
        ...new Set([value, label, ...synonyms].map((word) => word.toLowerCase())),
      ]);
      expect(new Set(words).size).to.equal(words.length);
    });
  }
});
