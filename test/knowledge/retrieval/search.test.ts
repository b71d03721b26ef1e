import { expect } from 'chai';
import fc from 'fast-check';
import { buildIndex } from '../../../knowledge/retrieval/build-index.js';
import { search } from '../../../knowledge/retrieval/search.js';
import type { SearchDocument } from '../../../knowledge/retrieval/search-index.js';

const documents: SearchDocument[] = [
  { id: 'neck', title: 'Neck pain', text: 'Tight muscles in the neck.' },
  { id: 'knee', title: 'Knee pain', text: 'Osteoarthritis makes the knee ache. The neck is not touched.' },
  { id: 'cost', title: 'What it costs', heading: 'Insurance', text: 'Insurers may pay for a prescription.' },
  { id: 'jab', title: 'Injections', text: 'After an injection, wait.' },
];
const idsFor = (query: string, k = 10) => search(buildIndex(documents), query, k).map((hit) => hit.id);

describe('searching documents', () => {
  it('puts a document first whose title has the word before one whose text has it', () => {
    expect(idsFor('neck')).to.deep.equal(['neck', 'knee']);
  });

  it('finds a word in another form, and by its heading', () => {
    expect(idsFor('insuring')).to.include('cost');
    expect(idsFor('insurance')[0]).to.equal('cost');
  });

  it('finds a lay word by its synonym, below the word itself', () => {
    expect(idsFor('jab')).to.deep.equal(['jab']);
    const both = buildIndex([
      { id: 'a', text: 'injection' },
      { id: 'b', text: 'jab' },
    ]);
    expect(search(both, 'jab', 2).map((hit) => hit.id)).to.deep.equal(['b', 'a']);
  });

  it('forgives a slip of the pen in a word that no document has', () => {
    expect(idsFor('osteoarthritsi')).to.deep.equal(['knee']);
    expect(idsFor('prescripton')).to.deep.equal(['cost']);
  });

  it('gives equal scores in the order of ids, whatever the order of the documents', () => {
    const same = ['d', 'b', 'a', 'c'].map((id) => ({ id, text: 'spasm' }));
    expect(search(buildIndex(same), 'spasm', 3).map((hit) => hit.id)).to.deep.equal(['a', 'b', 'c']);
  });

  it('finds nothing for a question without words of meaning, and without documents', () => {
    for (const query of ['', '   ', 'what is the', '?!', '\u0000']) expect(idsFor(query)).to.deep.equal([]);
    expect(search(buildIndex([]), 'neck', 5)).to.deep.equal([]);
    expect(idsFor('neck', 0)).to.deep.equal([]);
  });

  it('takes ten thousand words, patterns and templates for a question like any other', () => {
    const long = Array.from({ length: 10_000 }, (_, at) => `word${at}`).join(' ');
    const hostile = [
      '(a+)+$',
      '.*neck',
      '$neck$',
      '{{neck}} {0}',
      '__proto__ constructor neck',
      `neck ${long}`,
    ];
    for (const query of hostile) expect(() => idsFor(query)).to.not.throw();
    expect(idsFor('.*neck')).to.deep.equal(['neck', 'knee']);
    expect(idsFor(`neck ${long}`)[0]).to.equal('neck');
    expect(idsFor('a'.repeat(100_000))).to.deep.equal([]);
  });

  it('never throws, gives at most k documents, best first, and the same ones again', () => {
    const index = buildIndex(documents);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(6), (query, k) => {
        const hits = search(index, query, k);
        expect(hits.length).to.be.at.most(k);
        hits.slice(1).forEach((hit, at) => {
          expect(hit.score).to.be.at.most(hits[at]?.score ?? 0);
        });
        expect(search(index, query, k)).to.deep.equal(hits);
      }),
    );
  });

  it('ranks as a full sort does, for any k', () => {
    const words = ['neck', 'knee', 'spasm', 'nerve', 'wrist'];
    const documentsOf = fc.uniqueArray(
      fc.record({
        id: fc.stringMatching(/^[a-f]{1,3}$/),
        text: fc.array(fc.constantFrom(...words)).map((w) => w.join(' ')),
      }),
      { selector: (document) => document.id, maxLength: 30 },
    );
    fc.assert(
      fc.property(documentsOf, fc.nat(12), (some, k) => {
        const index = buildIndex(some);
        const all = search(index, 'neck spasm wrist', some.length);
        const sorted = [...all].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
        expect(all).to.deep.equal(sorted);
        expect(search(index, 'neck spasm wrist', k)).to.deep.equal(all.slice(0, k));
      }),
    );
  });
});
