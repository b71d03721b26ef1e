import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { parse } from 'yaml';
import { type Command, readCommand } from '../../../dialogs/anytime/commands.js';
import { projectPath } from '../../../knowledge/data-file.js';

const wordings: Record<Command, string[]> = parse(
  readFileSync(projectPath('dialogs', 'anytime', 'commands.yaml'), 'utf8'),
);
const all = Object.entries(wordings).flatMap(([command, list]) =>
  list.map((wording) => ({ command, wording: String(wording) })),
);

describe('A command', () => {
  it('is known by each of its wordings, which no other command shares', () => {
    for (const { command, wording } of all) expect(readCommand(wording), wording).to.equal(command);
    const said = all.map(({ wording }) => wording);
    expect(said.length).to.equal(new Set(said).size);
  });

  const table: [said: string, command: Command][] = [
    ['HELP!', 'help'],
    ['  Help me. ', 'help'],
    ['Why?', 'why'],
    ['please go back', 'back'],
    ['Start over, please', 'start_over'],
    ['delete my data', 'delete'],
    ['that’s all', 'stop'],
    ["I'd rather not say", 'skip'],
    ['Thank you very much!!!', 'thanks'],
    ['👋 hi', 'hello'],
    ['my summary', 'summary'],
  ];
  for (const [said, command] of table) {
    it(`"${said}" is ${command}`, () => expect(readCommand(said)).to.equal(command));
  }

  const none = [
    'help me, I cannot breathe',
    'help my back hurts',
    'stop the pain',
    'it does not stop',
    'my back',
    'the pain came back',
    'back pain',
    'why does my neck hurt',
    'hi, I want to die',
    'thanks but my chest hurts',
    'skip a beat',
    'delete',
    'next week',
    '',
    '?!',
    'please',
    'constructor',
    '__proto__',
  ];
  for (const said of none) {
    it(`"${said}" is none`, () => expect(readCommand(said)).to.equal(undefined));
  }

  it('is none as soon as any other word stands with it', () => {
    const more = fc.constantFrom('pain', 'chest', 'bleeding', 'doctor', 'cannot', '7');
    const wordingsSet = new Set(all.map(({ wording }) => wording));
    fc.assert(
      fc.property(fc.constantFrom(...all), more, ({ wording }, word) => {
        expect(wordingsSet.has(`${wording} ${word}`)).to.equal(false);
        expect(readCommand(`${wording} ${word}`)).to.equal(undefined);
        expect(readCommand(`${word}, ${wording}`)).to.equal(undefined);
      }),
    );
  });
});
