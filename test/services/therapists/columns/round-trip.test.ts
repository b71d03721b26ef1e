import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { npiOf } from '../../../../bench/import/nppes-file.js';
import { csvRow } from '../../../../services/therapists/columns/csv-text.js';
import { cellsOf, exportedColumns } from '../../../../services/therapists/columns/write-cells.js';
import { type Therapist, therapistSchema } from '../../../../services/therapists/therapist.js';
import { importText } from '../import/import-file.js';

/** Text as the schema has it, and as a sheet would spoil it: formulas, apostrophes, "n/a", quotes, commas. */
const text = fc
  .oneof(
    fc.string({ unit: fc.constantFrom(...`ab =+-@'",;é漢1/`), minLength: 1, maxLength: 12 }),
    fc.constantFrom('n/a', "'none", '=HYPERLINK("https://example.org")', '+1', '-5', "'=1", "it's", '?', 'x'),
  )
  .map((one) => one.trim())
  .filter((one) => one !== '');
const date = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const slug = fc.stringMatching(/^q[a-z0-9]{0,5}(-[a-z0-9]{1,5})?$/);
const slugs = fc.uniqueArray(slug, { minLength: 1, maxLength: 3 });
/** To the seventh decimal, which is a centimetre of latitude. */
const decimal = (min: number, max: number) =>
  fc.integer({ min: min * 1e7, max: max * 1e7 }).map((one) => one / 1e7);
const some = <T extends object>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(model, { requiredKeys: [] });

const therapist: fc.Arbitrary<Therapist> = fc
  .record(
    {
      id: fc.oneof(
        fc.constantFrom('none', 'tbd', 'a.b_c-d'),
        fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,8}$/),
      ),
      name: text,
      gender: fc.constantFrom('female' as const, 'male' as const, 'nonbinary' as const),
      languages: fc.constantFrom<string[]>(['en'], ['es-MX', 'zh-Hant'], ['yue', 'haw']),
      credentials: fc.array(
        fc.record(
          { title: text, issuer: text, licenceNumber: text, state: text, expiresOn: date, verifiedOn: date },
          { requiredKeys: ['title'] },
        ),
        { minLength: 1, maxLength: 3 },
      ),
      specialties: slugs,
      modalities: slugs,
      yearsInPractice: fc.integer({ min: 0, max: 80 }),
      experience: fc.array(fc.record({ specialty: slug, years: decimal(0, 80) }), {
        minLength: 1,
        maxLength: 3,
      }),
      location: fc
        .tuple(some<{ address: string }>({ address: text }), decimal(-89, 89), decimal(1, 180))
        .map(([more, lat, lon]) => ({ ...more, lat, lon, country: 'ZZ' })),
      homeVisits: fc.record({ radiusKm: fc.integer({ min: 1, max: 1000 }) }),
      accepting: fc.record({ newClients: fc.boolean(), asOf: date }, { requiredKeys: ['newClients'] }),
      hours: text,
      insurance: slugs,
      price: fc.record(
        {
          min: decimal(0, 10_000),
          currency: fc.constantFrom('USD', 'EUR'),
          minutes: fc.integer({ min: 1, max: 600 }),
        },
        { requiredKeys: ['min', 'currency'] },
      ),
      slidingScale: fc.boolean(),
      needsReferral: fc.boolean(),
      accessibility: slugs,
      rating: fc.record({
        average: decimal(0, 5),
        count: fc.nat(1000),
      }),
      reviews: fc.array(
        fc.record({ rating: fc.integer({ min: 1, max: 5 }), text, on: date }, { requiredKeys: ['rating'] }),
        {
          minLength: 1,
          maxLength: 2,
        },
      ),
      contact: fc.record(
        {
          phone: fc.constantFrom('+1-617-555-0142', '617 555 0142'),
          email: fc.constant('dana@example.org'),
          website: fc.constant('https://example.org/a,b?c='),
          booking: fc.constantFrom('tel:+16175550142', 'mailto:dana@example.org'),
        },
        { requiredKeys: ['phone'] },
      ),
      npi: fc.nat(99_999_999).map((digits) => npiOf(100_000_000 + digits)),
      source: text,
      updatedAt: date.map((day) => `${day}T08:00:00+02:00`),
    },
    { requiredKeys: ['id', 'name', 'specialties', 'location'] },
  )
  .filter((one) => therapistSchema.safeParse(one).success) as fc.Arbitrary<Therapist>;

/** By either of them a row is known again, and refused as a repetition. */
const isSame = (one: Therapist, other: Therapist) =>
  one.id === other.id || (one.npi !== undefined && one.npi === other.npi);

const header = csvRow(exportedColumns.map(({ column }) => column));

describe('an exported sheet', () => {
  it('is read as the very records that it was made of', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(therapist, { maxLength: 4, comparator: isSame }), async (records) => {
        const { therapists, faults } = await importText(
          header + records.map((record) => csvRow(cellsOf(record))).join(''),
        );
        expect(faults).to.deep.equal([]);
        expect(therapists).to.deep.equal(records);
      }),
      { numRuns: 150 },
    );
  });

  it('holds no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(therapist, (record) => {
        for (const cell of (parse(csvRow(cellsOf(record))) as string[][])[0] ?? [])
          expect(cell).not.to.match(/^[=+@\t\r]|^-(?!\d+(\.\d+)?$)/);
      }),
    );
  });
});
