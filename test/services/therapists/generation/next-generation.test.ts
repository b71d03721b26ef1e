import { expect } from 'chai';
import fc from 'fast-check';
import type { Generation } from '../../../../services/therapists/generation/generation.js';
import { recordAt } from '../../../../services/therapists/generation/generation.js';
import {
  emptyGeneration,
  nextGeneration,
} from '../../../../services/therapists/generation/next-generation.js';
import { readGeneration } from '../../../../services/therapists/generation/read-generation.js';
import { directoryText, makeTherapist } from '../make-therapist.js';

const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { maxLength: 12 });
const records = (generation: Generation) =>
  Array.from(generation.starts.keys(), (position) => recordAt(generation, position));

describe('the generation after a change', () => {
  it('is what reading its own text gives, and has the records in their order', async () => {
    const fate = fc.constantFrom('stay' as const, 'change' as const, 'go' as const);
    await fc.assert(
      fc.asyncProperty(
        ids,
        fc.infiniteStream(fate),
        fc.nat(3),
        fc.boolean(),
        async (names, fates, more, byHand) => {
          const before = names.map((id) => makeTherapist(id, { name: `Zoë ${id} "]}" \\` }));
          const text = byHand
            ? JSON.stringify({ version: 1, therapists: before }, null, 3)
            : directoryText(before);
          const standing = await readGeneration(Buffer.from(text), 'a file');
          const expected: unknown[] = [];
          const altered = new Map<number, string | undefined>();
          for (const [position, record] of before.entries()) {
            const becomes = fates.next().value;
            const changed = { ...record, yearsInPractice: 9 };
            if (becomes === 'change') altered.set(position, JSON.stringify(changed));
            if (becomes === 'go') altered.set(position, undefined);
            if (becomes !== 'go') expected.push(becomes === 'change' ? changed : record);
          }
          const added = Array.from({ length: more }, (_, number) => makeTherapist(`NEW${number}`));
          const next = nextGeneration(
            standing,
            { altered, added: added.map((record) => JSON.stringify(record)) },
            'a file',
          );
          expect(records(next)).to.deep.equal([...expected, ...added]);
          const read = await readGeneration(next.text, 'a file');
          expect(records(read)).to.deep.equal(records(next));
          expect(read.hash).to.equal(next.hash);
          expect(read.index.rowsById).to.deep.equal(next.index.rowsById);
        },
      ),
    );
  });

  it('of an empty directory is a file that can be read', async () => {
    const read = await readGeneration(emptyGeneration().text, 'a file');
    expect(read.index.size).to.equal(0);
  });
});
