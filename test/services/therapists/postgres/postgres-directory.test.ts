import { expect } from 'chai';
import fc from 'fast-check';
import { makeTherapists } from '../../../../bench/directory/make-therapists.js';
import type { EditableDirectory } from '../../../../services/therapists/editable-directory.js';
import { type Weights, weights } from '../../../../services/therapists/match/weights.js';
import { memoryDirectory } from '../../../../services/therapists/memory-directory.js';
import {
  openPostgresDirectory,
  type PostgresDirectoryOptions,
} from '../../../../services/therapists/postgres/postgres-directory.js';
import type { Therapist } from '../../../../services/therapists/therapist.js';
import { directoryContract } from '../directory-contract.js';
import { makeTherapist } from '../make-therapist.js';
import { oracle, plainly } from '../match/oracle.js';
import { oracleContract } from '../match/oracle-contract.js';
import { NOW } from '../match/random-directory.js';
import { inSchemas } from './in-schema.js';

describe('the directory in PostgreSQL', function () {
  this.timeout(60_000);
  const database = inSchemas();
  const opened: EditableDirectory[] = [];
  afterEach(() => Promise.all(opened.splice(0).map((directory) => directory.close())));

  async function open(
    therapists: Iterable<Therapist>,
    options: PostgresDirectoryOptions & { url?: string } = {},
  ): Promise<EditableDirectory> {
    const directory = openPostgresDirectory(options.url ?? (await database.newUrl()), options);
    opened.push(directory);
    await directory.upsert(therapists);
    return directory;
  }

  directoryContract('PostgreSQL', (therapists) => open(therapists));

  const shared: { directory?: EditableDirectory } = {};
  after(() => shared.directory?.close());
  oracleContract(
    'PostgreSQL',
    async (therapists, now) => {
      // One set of tables for all runs: to make them takes longer than to ask a hundred questions.
      shared.directory ??= openPostgresDirectory(await database.newUrl(), { now });
      const { directory } = shared;
      const ids: string[] = [];
      for await (const { id } of directory.all()) ids.push(id);
      await directory.remove(ids);
      await directory.upsert(therapists);
      return { ...directory, close: async () => undefined };
    },
    { queries: 10_000, largest: 300 },
  );

  it('answers by the weights in use, whatever they were before', async () => {
    const all = [...makeTherapists([{ lat: 42.36, lon: -71.06, therapists: 1500 }])];
    const url = await database.newUrl();
    await open(all, { url });
    const other: Weights = {
      ...weights,
      fit: { foremost: 3, another: 7, further: 2, furtherAtMost: 5 },
      experience: { yearsAPoint: 0.7, atMost: 40, yearsInPracticeAPoint: 1.3, yearsInPracticeAtMost: 30 },
      distance: { atMost: 7, kmAPoint: 1.7 },
      licence: { ...weights.licence, verified: 2, unknown: 9, expired: -500, verifiedWithinDays: 90.5 },
      freshness: { recentDays: 30.5, recent: 1, agingDays: 200, aging: 12 },
      rating: { atMost: 33, from: 2.2, priorAverage: 3.9, priorCount: 4.5 },
    };
    for (const used of [other, weights]) {
      const directory = await open([], { url, weights: used, now: () => NOW });
      for (const specialties of [[], ['neck-pain'], ['jaw', 'foot', 'neck-pain']]) {
        const query = { near: { lat: 42.37, lon: -71.1 }, specialties, limit: 60 };
        expect(plainly(await directory.match(query))).to.deep.equal(oracle(all, query, NOW, used));
      }
      const indexes = await database.query(
        url,
        "SELECT 1 FROM pg_indexes WHERE schemaname = current_schema() AND indexname LIKE '%ceiling%'",
      );
      expect(indexes).to.have.length(1);
    }
  });

  it('makes its tables once, however many processes begin at once', async () => {
    const url = await database.newUrl();
    const many = Array.from({ length: 6 }, () => openPostgresDirectory(url));
    opened.push(...many);
    await Promise.all(many.map((directory, number) => directory.upsert([makeTherapist(`t${number}`)])));
    expect(await many[0]?.size()).to.equal(6);
    expect(await database.query(url, 'SELECT name FROM directory_migrations')).to.deep.equal([
      { name: '001-therapists.sql' },
    ]);
  });

  it('keeps the batches before where a stream of records fails', async () => {
    const directory = await open([], { batch: 10 });
    const failing = (function* () {
      for (let number = 0; number < 25; number++) yield makeTherapist(`t${number}`);
      throw new Error('the file ends in the middle of a row');
    })();
    expect(await directory.upsert(failing).catch(String)).to.contain('in the middle of a row');
    expect(await directory.size()).to.equal(20);
  });

  it('knows its records again in whatever batch they come', async () => {
    const directory = await open([makeTherapist('dana', { npi: '1234567893' })], { batch: 2 });
    const incoming = ['a', 'b', 'npi-1234567893', 'a'].map((id) =>
      makeTherapist(id, id.startsWith('npi') ? { npi: '1234567893' } : {}),
    );
    expect(await directory.upsert(incoming)).to.deep.equal({ added: 2, changed: 1, unchanged: 1 });
    expect(await directory.size()).to.equal(3);
  });

  it('comes to the same records as the directory in memory, whatever comes in and in whatever batches', async () => {
    // Of the first three there is a second name, which only the NPI tells.
    const npis = ['1234567893', '1003000126', '1245319599'];
    const record = fc
      .record({ number: fc.nat(7), named: fc.constantFrom('t', 'a'), years: fc.nat(3) })
      .map(({ number, named, years }) =>
        makeTherapist(`${named}${number}`, {
          yearsInPractice: years,
          ...(npis[number] && { npi: npis[number] }),
        }),
      );
    const files = fc.array(fc.array(record, { maxLength: 12 }), { minLength: 2, maxLength: 3 });
    const directory = await open([], { batch: 4 });
    const idsOf = async ({ all }: EditableDirectory) => {
      const ids: string[] = [];
      for await (const { id } of all()) ids.push(id);
      return ids;
    };
    await fc.assert(
      fc.asyncProperty(files, async (given) => {
        await directory.remove(await idsOf(directory));
        const expected = memoryDirectory([]);
        for (const records of given)
          expect(await directory.upsert(records)).to.deep.equal(await expected.upsert(records));
        expect(await directory.size()).to.equal(await expected.size());
        for (const id of await idsOf(expected))
          expect(await directory.get(id)).to.deep.equal(await expected.get(id));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps what it was given to the last character', async () => {
    const odd = makeTherapist('odd', {
      name: 'Zoë \\N \\\\ "quoted" {a,b} \u200d',
      specialties: ['null', 'neck-pain'],
      reviews: [{ rating: 5, text: 'one\ntwo\\n three' }],
    });
    const directory = await open([odd]);
    expect(await directory.get('odd')).to.deep.equal(odd);
    const { matches } = await directory.match({ near: odd.location, specialties: ['null'] });
    expect(matches[0]?.therapist).to.deep.equal(odd);
  });

  it('reads all of one generation, while it is changed', async () => {
    const directory = await open(Array.from({ length: 1500 }, (_, i) => makeTherapist(`t${i}`)));
    const ids = new Set<string>();
    for await (const { id } of directory.all()) {
      if (ids.size === 0) await directory.remove(['t0', 't999']);
      ids.add(id);
    }
    expect(ids.size).to.equal(1500);
    for await (const { id } of directory.all()) {
      expect(ids.has(id)).to.equal(true);
      break;
    }
    expect(await directory.size()).to.equal(1498);
  });

  it('tells a record that somebody else spoilt by its id', async () => {
    const url = await database.newUrl();
    const directory = await open([makeTherapist('a')], { url });
    await database.query(url, `UPDATE therapists SET record = '{"id": "a", "name": 7}'`);
    const error = await directory.get('a').catch((caught) => caught);
    expect(error).to.include({ name: 'CodedError', code: 'DIRECTORY_INVALID' });
    expect(error.message).to.contain('record (id "a"): name: ');
  });

  it('goes on after its connections were cut', async () => {
    const url = await database.newUrl();
    const directory = await open([makeTherapist('a')], { url });
    await database.query(
      url,
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'medical-massage-guide'",
    );
    const answers = [];
    while (answers.length < 3) {
      const size = await directory.size().catch(({ code }) => code);
      if (size !== 'DIRECTORY_UNAVAILABLE') answers.push(size);
    }
    expect(answers).to.deep.equal([1, 1, 1]);
  });
});

describe('a directory in a database that is not there', () => {
  it('says so without its address, and the next use tries again', async () => {
    const directory = openPostgresDirectory('postgres://user:s3cret@127.0.0.1:1/nothing');
    for (const use of [directory.size(), directory.match({ near: { lat: 1, lon: 1 } }), directory.get('a')]) {
      const error = await use.catch((caught) => caught);
      expect(error).to.include({ name: 'CodedError', code: 'DIRECTORY_UNAVAILABLE' });
      expect(error.message).to.contain('DATABASE_URL').and.to.contain('ECONNREFUSED');
      expect(error.message).not.to.contain('s3cret');
    }
    await directory.close();
  });
});
