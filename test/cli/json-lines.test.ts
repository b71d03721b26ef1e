import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect } from 'chai';
import { z } from 'zod';
import { answerJsonLines } from '../../cli/json-lines.js';
import { CodedError } from '../../knowledge/coded-error.js';
import { runCommand } from '../support/command-line.js';

const schema = z.object({ id: z.union([z.string(), z.number()]), size: z.number().max(10) });

/** Answers each line with twice its size; 7 fails on purpose, 8 by a fault of ours, 1 takes its time. */
async function answer({ id, size }: z.infer<typeof schema>): Promise<object> {
  if (size === 7) throw new CodedError('SEVEN', 'size: must not be 7');
  if (size === 8) throw new Error('secret words of a patient');
  if (size === 1) await new Promise((resolve) => setImmediate(resolve));
  return { id, twice: 2 * size };
}

async function answered(input: string): Promise<{ good: boolean; lines: Record<string, unknown>[] }> {
  const output = new PassThrough();
  const written = text(output);
  const good = await answerJsonLines(schema, answer, Readable.from([Buffer.from(input)]), output);
  output.end();
  const lines = (await written).split('\n').filter(Boolean);
  return { good, lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

describe('Answering JSON Lines', () => {
  it('gives one object out for each in, in order, however long each takes', async () => {
    const { good, lines } = await answered('{"id":"a","size":1}\n{"id":2,"size":2}\n{"id":"c","size":3}\n');
    expect(good).to.equal(true);
    expect(lines).to.deep.equal([
      { id: 'a', twice: 2 },
      { id: 2, twice: 4 },
      { id: 'c', twice: 6 },
    ]);
  });

  const bad: [what: string, line: string, id: unknown, error: RegExp][] = [
    ['no JSON', 'not json', null, /not a JSON object in one line/],
    ['half an object', '{"id":"a","size":', null, /not a JSON object/],
    ['a list', '[1]', null, /./],
    ['null', 'null', null, /./],
    ['a bare number', '7', null, /./],
    ['no id', '{"size":2}', null, /id/],
    ['an id that is no name', '{"id":{"x":1},"size":2}', null, /id/],
    ['a missing field', '{"id":"a"}', 'a', /^size: /],
    ['a field of another kind', '{"id":"a","size":"2"}', 'a', /^size: /],
    ['a field out of range', '{"id":5,"size":11}', 5, /^size: /],
    ['a refusal', '{"id":"a","size":7}', 'a', /^size: must not be 7$/],
    ['a fault of ours, unquoted', '{"id":"a","size":8}', 'a', /^this line could not be answered$/],
  ];
  for (const [what, line, id, error] of bad) {
    it(`says what is wrong with ${what}, and answers the lines around it`, async () => {
      const { good, lines } = await answered(`{"id":"x","size":2}\n${line}\n{"id":"z","size":4}\n`);
      expect(good).to.equal(false);
      expect(lines).to.have.length(3);
      expect(lines[0]).to.deep.equal({ id: 'x', twice: 4 });
      expect(Object.keys(lines[1] ?? {})).to.deep.equal(['id', 'error']);
      expect(lines[1]?.id).to.deep.equal(id);
      expect(lines[1]?.error).to.match(error);
      expect(lines[2]).to.deep.equal({ id: 'z', twice: 8 });
    });
  }

  it('passes over empty lines, and takes Windows line ends and a last line without one', async () => {
    const { good, lines } = await answered('\r\n{"id":"a","size":2}\r\n\n   \n{"id":"b","size":3}');
    expect(good).to.equal(true);
    expect(lines.map(({ id }) => id)).to.deep.equal(['a', 'b']);
  });

  it('is content with nothing', async () => {
    expect(await answered('')).to.deep.equal({ good: true, lines: [] });
  });

  it('waits for a reader that is slower than it is', async () => {
    const output = new PassThrough({ highWaterMark: 16 });
    const input = Array.from({ length: 500 }, (_, id) => `{"id":${id},"size":2}\n`).join('');
    const written = text(output);
    await answerJsonLines(schema, answer, Readable.from([Buffer.from(input)]), output);
    output.end();
    expect((await written).trim().split('\n')).to.have.length(500);
  });
});

describe('A batch command', function () {
  this.timeout(60_000);

  it('exits with 0 where every line was answered', async () => {
    const { code, answers, errors } = await runCommand(
      ['context'],
      [{ id: 1, sentence: 'no fever', term: 'fever' }],
    );
    expect({ code, errors }).to.deep.equal({ code: 0, errors: '' });
    expect(answers).to.have.length(1);
  });

  it('exits with 1 at the end where one was not, after the others were answered in order', async () => {
    const { code, answers, errors } = await runCommand(
      ['context'],
      [
        { id: 'first', sentence: 'no fever', term: 'fever' },
        'my chest hurts {',
        { id: 'third', sentence: 'no fever' },
        { id: 'last', sentence: 'I have a fever', term: 'fever' },
      ],
    );
    expect(code).to.equal(1);
    expect(answers.map(({ id }) => id)).to.deep.equal(['first', null, 'third', 'last']);
    expect(answers.map((line) => 'error' in line)).to.deep.equal([false, true, true, false]);
    expect(JSON.stringify(answers[1]) + errors).not.to.match(/chest/);
  });
});
