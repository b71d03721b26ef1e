import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import { DISPOSITIONS } from '../../knowledge/safety/assessment.js';
import { REGIONS } from '../../knowledge/symptoms/report.js';
import { makeTherapist } from '../services/therapists/make-therapist.js';
import { type CommandRun, runCommand } from '../support/command-line.js';

/** The shapes that docs and other programs rely on: no field more, no field less. */
const assessed = z.strictObject({
  id: z.union([z.string(), z.number()]),
  disposition: z.enum(DISPOSITIONS),
  reasons: z.array(z.strictObject({ rule: z.string(), label: z.string().min(1), source: z.string().min(1) })),
  cautions: z.array(z.strictObject({ rule: z.string(), scope: z.enum(['absolute', 'local', 'adapt']) })),
  findings: z.array(
    z.strictObject({
      concept: z.string(),
      status: z.enum(['present', 'absent', 'uncertain']),
      experiencer: z.enum(['patient', 'other']),
      temporality: z.enum(['current', 'past', 'hypothetical']),
      text: z.string(),
      start: z.int().min(0),
      end: z.int().min(0),
    }),
  ),
  slots: z.strictObject({
    regions: z.array(z.enum(REGIONS)),
    side: z.enum(['left', 'right', 'both']).nullable(),
    durationDays: z.tuple([z.number(), z.number()]).nullable(),
    severity: z.number().min(0).max(10).nullable(),
    pregnant: z.boolean().nullable(),
    age: z.number().nullable(),
    medications: z.array(z.string()),
  }),
});

describe('assess, from the command line', function () {
  this.timeout(60_000);
  const emoji = '😀 my left knee hurts for 3 weeks, 6/10, and I take Warfarin';
  const texts: Record<string, { text: string; age?: number }> = {
    emoji: { text: emoji },
    nothing: { text: '' },
    danger: { text: '👩‍👩‍👧 crushing chest pain going down my left arm, no fever' },
    aged: { text: 'my neck hurts', age: 7 },
    two: { text: 'both knees hurt, 3/10, and my neck hurts, 8/10. I am 20 weeks pregnant' },
    hostile: { text: '\u202e\u0000 {"id": "x"} \ud83d my calf is swollen' },
  };
  let run: CommandRun;
  const answerTo = (id: string) => {
    const found = run.answers.find((answer) => answer.id === id);
    if (!found) throw new Error(`no answer to ${id}`);
    return assessed.parse(found);
  };

  before(async () => {
    run = await runCommand(
      ['assess'],
      Object.entries(texts).map(([id, request]) => ({ id, ...request })),
    );
  });

  it('answers every line in order, in exactly the shape that is promised', () => {
    expect(run.code).to.equal(0);
    expect(run.answers.map(({ id }) => id)).to.deep.equal(Object.keys(texts));
    for (const id of Object.keys(texts)) answerTo(id);
  });

  it('reads the slots', () => {
    expect(answerTo('emoji').slots).to.deep.equal({
      regions: ['knee'],
      side: 'left',
      durationDays: [21, 21],
      severity: 6,
      pregnant: null,
      age: null,
      medications: ['warfarin'],
    });
  });

  it('gives null for each slot that was not told', () => {
    expect(answerTo('nothing')).to.deep.equal({
      id: 'nothing',
      disposition: 'routine',
      reasons: [],
      cautions: [],
      findings: [],
      slots: {
        regions: [],
        side: null,
        durationDays: null,
        severity: null,
        pregnant: null,
        age: null,
        medications: [],
      },
    });
  });

  it('tells the side of the first complaint and the worst severity', () => {
    expect(answerTo('two').slots).to.deep.include({ side: 'both', severity: 8, pregnant: true });
  });

  it('takes the age that is given beside the text', () => {
    expect(answerTo('aged').slots.age).to.equal(7);
  });

  it('says where each finding stands, in UTF-16 units of the text as given', () => {
    let found = 0;
    for (const [id, { text }] of Object.entries(texts)) {
      for (const finding of answerTo(id).findings) {
        expect(text.slice(finding.start, finding.end), id).to.equal(finding.text);
        expect(finding.end).to.be.above(finding.start);
        found += 1;
      }
    }
    expect(found).to.be.above(3);
    const [thinner] = answerTo('emoji').findings.filter(({ text }) => text === 'Warfarin');
    expect(thinner?.start).to.equal(emoji.indexOf('Warfarin'));
  });

  it('names the rule, its words and its source for what is dangerous', () => {
    const { disposition, reasons, findings } = answerTo('danger');
    expect(disposition).to.equal('emergency');
    expect(reasons).not.to.have.length(0);
    expect(findings.some(({ status }) => status === 'absent')).to.equal(true);
  });
});

describe('context, from the command line', function () {
  this.timeout(60_000);

  it('says how the sentence treats the term, whatever the term is', async () => {
    const { code, answers } = await runCommand(
      ['context'],
      [
        { id: 1, sentence: 'He denies chest pain.', term: 'chest pain' },
        { id: 2, sentence: 'My mother had a stroke.', term: 'stroke' },
        { id: 3, sentence: 'I have a xylophobic quiddity.', term: 'xylophobic quiddity' },
        { id: 4, sentence: 'I have a cough.', term: 'fever' },
      ],
    );
    expect(code).to.equal(0);
    expect(answers[0]).to.deep.equal({
      id: 1,
      status: 'absent',
      temporality: 'current',
      experiencer: 'patient',
    });
    expect(answers[1]).to.include({ id: 2, experiencer: 'other' });
    expect(answers[2]).to.include({ id: 3, status: 'present' });
    for (const answer of answers) {
      expect(answer).to.have.all.keys('id', 'status', 'temporality', 'experiencer');
    }
  });
});

describe('search, from the command line', function () {
  this.timeout(60_000);
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'guide-search-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const hits = z.array(
    z.strictObject({
      id: z.string(),
      page: z.string().nullable(),
      section: z.string().nullable(),
      score: z.number().positive(),
    }),
  );

  it('finds passages of the guide, best first, and says what it cannot answer', async () => {
    const { code, answers } = await runCommand(
      ['search', '--k', '3'],
      [
        { id: 'a', query: 'does massage help neck pain?' },
        { id: 'b', query: 'zxcv qwer asdf' },
      ],
    );
    expect(code).to.equal(0);
    const [first, second] = answers;
    expect(Object.keys(first ?? {})).to.deep.equal(['id', 'answerable', 'hits']);
    const found = hits.parse(first?.hits);
    expect(first?.answerable).to.equal(true);
    expect(found).to.have.length(3);
    expect(found[0]).to.include({ page: 'condition-neck-pain' });
    expect(found[0]?.id).to.equal(`${found[0]?.page}#${found[0]?.section}`);
    const scores = found.map(({ score }) => score);
    expect(scores).to.deep.equal(scores.toSorted((x, y) => y - x));
    expect(second).to.deep.equal({ id: 'b', answerable: false, hits: [] });
  });

  it('searches a collection of one’s own through the same retrieval', async () => {
    const corpus = join(folder, 'corpus.jsonl');
    const documents = [
      { _id: 'tea', title: 'Tea', text: 'Green tea is brewed at eighty degrees.' },
      { _id: 'coffee', title: 'Coffee', text: 'Coffee beans are roasted before they are ground.' },
      { _id: 'untitled', text: 'A kettle whistles when water boils.' },
    ];
    writeFileSync(corpus, documents.map((document) => `${JSON.stringify(document)}\n`).join('\n'));
    const { code, answers } = await runCommand(
      ['search', '--corpus', corpus, '--k', '1'],
      [
        { id: 1, query: 'how are coffee beans roasted' },
        { id: 2, query: 'kettles' },
      ],
    );
    expect(code).to.equal(0);
    expect(answers.map(({ hits: found }) => hits.parse(found).map(({ id }) => id))).to.deep.equal([
      ['coffee'],
      ['untitled'],
    ]);
  });

  it('refuses a broken collection by its line, and a number of hits that makes no sense', async () => {
    const corpus = join(folder, 'broken.jsonl');
    writeFileSync(corpus, '{"_id":"a","text":"a"}\n{"_id":5}\n');
    const [broken, none, zero] = await Promise.all([
      runCommand(['search', '--corpus', corpus], []),
      runCommand(['search', '--corpus', join(folder, 'none.jsonl')], []),
      runCommand(['search', '--k', '0'], []),
    ]);
    expect(broken.code).to.equal(1);
    expect(broken.errors).to.match(/^CORPUS_UNREADABLE: .*broken\.jsonl:2: [^\n]*\n$/);
    expect(none.code).to.equal(1);
    expect(none.errors).to.match(/^CORPUS_UNREADABLE: .*none\.jsonl: [^\n]*\n$/);
    expect(zero.code).to.equal(1);
    expect(zero.errors).to.match(/^OPTION_INVALID: --k: [^\n]*\n$/);
  });
});

describe('match, from the command line', function () {
  this.timeout(60_000);
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'guide-match-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const matches = z.array(
    z.strictObject({
      therapistId: z.string(),
      distanceKm: z.number().min(0),
      score: z.number(),
      reasons: z.array(z.string().min(1)),
    }),
  );

  it('matches in the configured directory, asks which of two places, and says what it does not know', async () => {
    const { code, answers } = await runCommand(
      ['match'],
      [
        { id: 'ok', near: { place: 'Boston, MA' }, specialties: ['neck-pain'], limit: 2 },
        { id: 'which', near: { place: 'Springfield' } },
        { id: 'where', near: { place: 'Xyzzyville' } },
        { id: 'wrong', near: { lat: 100, lon: 0 } },
        { id: 'typo', near: { lat: 42.36, lon: -71.06 }, specialities: ['neck-pain'] },
        { id: 'point', near: { lat: 42.36, lon: -71.06 }, limit: 1 },
      ],
    );
    expect(code).to.equal(1);
    expect(answers.map(({ id }) => id)).to.deep.equal(['ok', 'which', 'where', 'wrong', 'typo', 'point']);
    const [ok, which, ...rest] = answers;
    expect(Object.keys(ok ?? {})).to.deep.equal(['id', 'matches']);
    expect(matches.parse(ok?.matches)).to.have.length(2);
    expect(Object.keys(which ?? {})).to.deep.equal(['id', 'choices']);
    const labels = z.array(z.object({ label: z.string() })).parse(which?.choices);
    expect(labels.map(({ label }) => label)).to.include.members(['Springfield, MA', 'Springfield, IL']);
    for (const bad of rest.slice(0, 3)) expect(Object.keys(bad)).to.deep.equal(['id', 'error']);
    expect(rest[0]?.error)
      .to.match(/near\.place/)
      .and.not.match(/Xyzzyville/);
    expect(rest[2]?.error).to.match(/specialities/);
    expect(matches.parse(rest[3]?.matches)).to.have.length(1);
  });

  it('matches in a file of one’s own, by every wish', async () => {
    const file = join(folder, 'therapists.json');
    const therapists = [
      makeTherapist('near', { languages: ['es'], gender: 'female', insurance: ['aetna'] }),
      makeTherapist('far', { location: { lat: 42.9, lon: -71.06 } }),
      makeTherapist('full', { accepting: { newClients: false } }),
    ];
    writeFileSync(file, JSON.stringify({ version: 1, therapists }));
    const near = { lat: 42.36, lon: -71.06 };
    const { code, answers } = await runCommand(
      ['match', '--directory', file],
      [
        { id: 'all', near, radiusKm: 100 },
        { id: 'close', near, radiusKm: 10 },
        { id: 'wish', near, languages: ['es'], gender: 'female', insurance: 'aetna' },
        { id: 'open', near, radiusKm: 100, accepting: true },
        { id: 'one', near, radiusKm: 100, limit: 1 },
      ],
    );
    expect(code).to.equal(0);
    const ids = answers.map((answer) => matches.parse(answer.matches).map(({ therapistId }) => therapistId));
    expect(ids[0]).to.have.members(['near', 'far', 'full']);
    expect(ids[1]).to.have.members(['near', 'full']);
    expect(ids[2]).to.deep.equal(['near']);
    expect(ids[3]).not.to.include('full');
    expect(ids[4]).to.have.length(1);
    const [nearest] = matches.parse(answers[2]?.matches);
    expect(nearest?.distanceKm).to.equal(0);
  });

  it('refuses a broken directory by record and field', async () => {
    const file = join(folder, 'broken.json');
    writeFileSync(file, '{"version": 1, "therapists": [{"id": "x"}]}');
    const { code, answers, errors } = await runCommand(
      ['match', '--directory', file],
      [{ id: 1, near: { lat: 1, lon: 1 } }],
    );
    expect(code).to.equal(1);
    expect(answers).to.deep.equal([]);
    expect(errors).to.match(/^DIRECTORY_INVALID: [^\n]*broken\.json[^\n]*\n$/);
  });
});

describe('converse, from the command line', function () {
  this.timeout(60_000);
  const neck = [
    'yes',
    'for me',
    'My neck is sore since last week',
    'about a 5',
    'sitting at the computer',
    '45',
    'no',
    'none',
  ];
  const talks: Record<string, string[]> = {
    hello: ['hello', 'yes'],
    silent: [],
    ordinary: [...neck, 'none', 'none of these', 'yes, they agree', 'Boston'],
    waiting: [...neck, 'warfarin', 'none of these', 'not yet', 'find me a therapist', 'Boston'],
    cleared: [...neck, 'warfarin', 'none of these', 'my doctor agrees', 'Boston'],
    danger: ['yes', 'for me', 'I have crushing chest pain down my left arm', 'find me a therapist in Boston'],
  };
  let run: CommandRun;
  const talk = (id: string) => {
    const shape = z.strictObject({
      id: z.string(),
      replies: z.array(z.array(z.string().min(1))),
      disposition: z.enum(DISPOSITIONS),
      therapists: z.enum(['shown', 'after_clearance', 'never']),
    });
    return shape.parse(run.answers.find((answer) => answer.id === id));
  };

  before(async () => {
    run = await runCommand(
      ['converse'],
      [
        ...Object.entries(talks).map(([id, turns]) => ({ id, turns })),
        { id: 'british', turns: ['help'], locale: 'en-GB', channel: 'msteams' },
        { id: 'bad', turns: 'hello' },
      ],
    );
  });

  it('answers each line in order with a conversation of its own, and tells a bad one', () => {
    expect(run.code).to.equal(1);
    expect(run.answers.map(({ id }) => id)).to.deep.equal([...Object.keys(talks), 'british', 'bad']);
    expect(Object.keys(run.answers.at(-1) ?? {})).to.deep.equal(['id', 'error']);
    for (const [id, turns] of Object.entries(talks))
      expect(talk(id).replies, id).to.have.length(turns.length);
  });

  it('puts the welcome before the first text of the first reply, and only there', () => {
    const [first = [], second = []] = talk('hello').replies;
    expect(first[0]).to.match(/^Hello\. I am the Medical Massage Guide/);
    expect(first.at(-1)).to.match(/May I keep/);
    expect(second.join())
      .to.match(/Whom is this for/)
      .and.not.match(/I am the Medical Massage Guide/);
    expect(talk('silent')).to.deep.include({ replies: [], disposition: 'routine', therapists: 'never' });
  });

  it('is plain text, in the locale and on the channel that are named', () => {
    const british = z
      .array(z.array(z.string()))
      .parse(run.answers.find(({ id }) => id === 'british')?.replies);
    expect(british.flat().join()).to.match(/999/);
    for (const id of Object.keys(talks)) {
      expect(talk(id).replies.flat().join(), id).not.to.match(/<\w+[ >]|\*\*|AdaptiveCard/);
    }
  });

  it('tells therapists that were shown with no clearance needed', () => {
    expect(talk('ordinary')).to.include({ disposition: 'routine', therapists: 'shown' });
    expect(talk('ordinary').replies.at(-1)?.join()).to.match(/These fit best/);
  });

  it('tells none where the physician has not agreed', () => {
    expect(talk('waiting')).to.include({ disposition: 'clearance', therapists: 'never' });
    expect(talk('waiting').replies.flat().join()).not.to.match(/These fit best/);
  });

  it('tells those shown after the physician agreed', () => {
    expect(talk('cleared')).to.include({ disposition: 'clearance', therapists: 'after_clearance' });
  });

  it('tells none in an emergency', () => {
    expect(talk('danger')).to.include({ disposition: 'emergency', therapists: 'never' });
  });
});
