import { expect } from 'chai';
import fc from 'fast-check';
import { assess } from '../../../../knowledge/safety/assess.js';
import { DISPOSITIONS, isWorse } from '../../../../knowledge/safety/assessment.js';
import { loadLexicon } from '../../../../knowledge/symptoms/lexicon/lexicon.js';
import { mergeReading } from '../../../../knowledge/symptoms/merge-reading.js';
import type { Proposal } from '../../../../knowledge/symptoms/proposals/proposal.js';
import { withProposals } from '../../../../knowledge/symptoms/proposals/proposed-findings.js';
import { readSymptoms } from '../../../../knowledge/symptoms/read-symptoms.js';
import { emptyReport } from '../../../../knowledge/symptoms/report.js';

function added(text: string, ...proposals: Proposal[]): string[] {
  const reading = readSymptoms(text);
  const known = new Set(reading.findings);
  return withProposals(reading, text, proposals)
    .findings.filter((finding) => !known.has(finding))
    .map(({ concept, text: words, start, end }) => {
      expect(text.slice(start, end)).to.equal(words);
      return concept;
    });
}

describe('what a model proposes to have read', () => {
  const text = 'my left wing is all floppy and useless, since lunch';

  it('is added where the patient’s own words say it', () => {
    expect(added(text, { concept: 'arm_weakness', quote: 'left wing is all floppy' })).to.deep.equal([
      'arm_weakness',
    ]);
  });

  const refused: [name: string, message: string, proposal: Proposal][] = [
    ['quotes what was not said', text, { concept: 'arm_weakness', quote: 'my arm is weak' }],
    ['quotes in other letters', text, { concept: 'arm_weakness', quote: 'Left Wing is all floppy' }],
    ['quotes next to nothing', text, { concept: 'arm_weakness', quote: 'is' }],
    ['quotes nothing', text, { concept: 'arm_weakness', quote: '   ' }],
    ['names no concept of ours', text, { concept: 'dead_wing', quote: 'left wing is all floppy' }],
    [
      'quotes what is denied',
      'no floppy wing or anything, just stiff',
      { concept: 'arm_weakness', quote: 'floppy wing' },
    ],
    [
      'quotes what somebody else has',
      'my dad had a floppy wing in 2009',
      { concept: 'arm_weakness', quote: 'floppy wing' },
    ],
    ['quotes a fear', 'what if I get a floppy wing', { concept: 'arm_weakness', quote: 'floppy wing' }],
  ];
  for (const [name, message, proposal] of refused) {
    it(`is left out where it ${name}`, () => {
      expect(added(message, proposal)).to.deep.equal([]);
    });
  }

  it('changes nothing that the rules have read, and does not lower a disposition: it can only add', () => {
    const concepts = [...loadLexicon().concepts.keys()];
    const messages = [
      'crushing chest pain going down my arm',
      'no chest pain, my calf is not swollen, I feel fine',
      'my neck is stiff from the desk, had a stroke in 2012, my mum has cancer',
      'is massage safe with a clot?',
    ];
    const proposal = (message: string) =>
      fc.record({
        concept: fc.constantFrom(...concepts, 'nothing_of_ours'),
        quote: fc
          .tuple(fc.nat(message.length), fc.nat(40))
          .map(([start, length]) => message.slice(start, start + length)),
      });
    fc.assert(
      fc.property(
        fc
          .constantFrom(...messages)
          .chain((message) => fc.tuple(fc.constant(message), fc.array(proposal(message)))),
        ([message, proposals]) => {
          const reading = readSymptoms(message);
          const more = withProposals(reading, message, proposals);
          expect(more.findings.slice(0, reading.findings.length)).to.deep.equal(reading.findings);
          const [before, after] = [reading, more].map(
            (each) => assess(mergeReading(emptyReport(), each).report).disposition,
          );
          expect(isWorse(before ?? 'routine', after ?? 'routine')).to.equal(false);
          expect(DISPOSITIONS).to.include(after);
        },
      ),
    );
  });
});
