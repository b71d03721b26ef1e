import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { z } from 'zod';
import { answerFault } from '../../../knowledge/answers/check-answer.js';
import { projectPath } from '../../../knowledge/data-file.js';
import { loadGuide } from '../../../knowledge/guide/load-guide.js';

const replySchema = z.object({
  honest: z.boolean(),
  /** What kind of lie it is. */
  lie: z.string().optional(),
  /** The passages of the guide that it cites. */
  passages: z.array(z.string()),
  text: z.string(),
});

/** Sentences that a model could say of the guide's passages, half of them lies. */
const replies = readFileSync(projectPath('test', 'data', 'model-replies.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => replySchema.parse(JSON.parse(line)));
const guide = loadGuide();

function faultOf({ passages: ids, text }: (typeof replies)[number]): string | undefined {
  const passages = ids.map((id) => {
    const passage = guide.passage(id);
    if (!passage) throw new Error(`the guide has no passage ${id}`);
    return passage;
  });
  return answerFault([{ text, passages: passages.map((_, at) => at + 1) }], passages);
}

describe('what a model says of the guide', () => {
  const lies = replies.filter(({ honest }) => !honest);
  const honest = replies.filter((reply) => reply.honest);

  it('is measured on at least 60 lies and 30 honest sentences', () => {
    expect(lies.length).to.be.at.least(60);
    expect(honest.length).to.be.at.least(30);
  });

  it('is never shown where it lies', () => {
    const shown = lies.filter((reply) => faultOf(reply) === undefined);
    expect(shown.map(({ lie, text }) => `${lie}: ${text}`)).to.deep.equal([]);
  });

  it('is mostly shown where it is honest', () => {
    const refused = honest.filter((reply) => faultOf(reply) !== undefined);
    const told = refused.map((reply) => `${faultOf(reply)}: ${reply.text}`).join('\n');
    expect(1 - refused.length / honest.length, told).to.be.at.least(0.8);
  });
});
