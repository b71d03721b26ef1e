import { expect } from 'chai';
import { NPPES_COLUMNS, npiOf, nppesHeader, nppesRow } from '../../../../bench/import/nppes-file.js';
import { importText, refusal } from './import-file.js';

const practice = 'Provider Business Practice Location Address';
const dana = {
  NPI: '1234567893',
  'Entity Type Code': '1',
  'Provider Last Name (Legal Name)': "O'BRIEN-MCDONALD",
  'Provider First Name': 'DANA',
  'Provider Credential Text': 'LMT',
  'Provider First Line Business Practice Location Address': '12 SAMPLE ST NW',
  'Provider Second Line Business Practice Location Address': 'SUITE 2B',
  [`${practice} City Name`]: 'CAMBRIDGE',
  [`${practice} State Name`]: 'MA',
  [`${practice} Postal Code`]: '021391234',
  [`${practice} Country Code (If outside U.S.)`]: 'US',
  [`${practice} Telephone Number`]: '6175550142',
  'Last Update Date': '07/08/2024',
  'Provider Sex Code': 'F',
};
const licence = (place: number, taxonomy: string, number = '', state = '') => ({
  [`Healthcare Provider Taxonomy Code_${place}`]: taxonomy,
  [`Provider License Number_${place}`]: number,
  [`Provider License Number State Code_${place}`]: state,
});
const MASSAGE = '225700000X';

const read = (...rows: Record<string, string>[]) =>
  importText(nppesHeader + rows.map(nppesRow).join(''), 'nppes');

describe('the monthly NPPES file', () => {
  it('has 330 columns', () => {
    expect(NPPES_COLUMNS).to.have.length(330);
    expect(new Set(NPPES_COLUMNS).size).to.equal(330);
  });

  it('gives a massage therapist with the licence that stands beside the taxonomy', async () => {
    const { therapists, faults } = await read({
      ...dana,
      ...licence(1, '225100000X', 'PT-9', 'NH'),
      ...licence(2, MASSAGE, 'MT-4417', 'MA'),
      ...licence(3, MASSAGE, 'ME-1', 'ME'),
    });
    expect(faults).to.deep.equal([]);
    expect(therapists).to.deep.equal([
      {
        id: 'npi-1234567893',
        npi: '1234567893',
        name: "Dana O'Brien-McDonald",
        gender: 'female',
        credentials: [
          { title: 'LMT', licenceNumber: 'MT-4417', state: 'MA' },
          { title: 'LMT', licenceNumber: 'ME-1', state: 'ME' },
        ],
        contact: { phone: '+1-617-555-0142' },
        updatedAt: '2024-07-08T00:00:00Z',
        specialties: [],
        location: {
          address: '12 Sample St NW, Suite 2B',
          city: 'Cambridge',
          region: 'MA',
          postcode: '02139',
          country: 'US',
          lat: 42.3647,
          lon: -71.1042,
        },
        source: 'nppes',
      },
    ]);
  });

  it('is searched in all fifteen places of the taxonomy', async () => {
    const rows = Array.from({ length: 15 }, (_, index) => ({
      ...dana,
      NPI: npiOf(123_000_000 + index),
      ...licence(index + 1, MASSAGE, `MT-${index + 1}`, 'MA'),
    }));
    const { therapists, passedOver } = await read(...rows);
    expect(therapists.map(({ credentials }) => credentials?.[0]?.licenceNumber)).to.deep.equal(
      rows.map((_, index) => `MT-${index + 1}`),
    );
    expect(passedOver).to.equal(0);
  });

  it('passes over other professions, organisations and the deactivated, and counts them', async () => {
    const massage = licence(1, MASSAGE, 'MT-1', 'MA');
    const { therapists, passedOver, faults } = await read(
      { ...dana, ...licence(1, '225100000X') },
      { ...dana, ...massage, 'Entity Type Code': '2' },
      { ...dana, ...massage, 'NPI Deactivation Date': '05/01/2023' },
      { ...dana, ...massage, 'NPI Deactivation Date': '05/01/2023', 'NPI Reactivation Date': '04/01/2023' },
      // The code stands in a cell that is no taxonomy.
      { ...dana, 'Other Provider Identifier_1': MASSAGE },
      { NPI: '1245319599', 'NPI Deactivation Date': '05/01/2023' },
      { ...dana, ...massage, 'NPI Deactivation Date': '05/01/2023', 'NPI Reactivation Date': '06/01/2023' },
    );
    expect(therapists.map(({ id }) => id)).to.deep.equal(['npi-1234567893']);
    expect(passedOver).to.equal(6);
    expect(faults).to.deep.equal([]);
  });

  it('rejects a wrong check digit, an unknown place and a row that is cut off, and reads on', async () => {
    const massage = licence(4, MASSAGE);
    const { therapists, faults } = await importText(
      [
        nppesHeader,
        nppesRow({ ...dana, ...massage, NPI: '1234567890' }),
        nppesRow({
          ...dana,
          ...massage,
          [`${practice} Postal Code`]: '',
          [`${practice} City Name`]: 'XYZZY',
        }),
        '"1234567893","1","",\n',
        nppesRow({ ...dana, ...massage }),
      ].join(''),
      'nppes',
    );
    expect(faults).to.deep.equal([
      '2: npi: its check digit is wrong; look the number up again',
      '3: location: its postcode or city is not known here; correct it, or add lat and lon',
      '4: has 4 cells where the header has 330',
    ]);
    expect(therapists[0]).not.to.have.property('credentials');
  });

  it('may call the sex gender, as it did before 2024', async () => {
    const old = (text: string) => text.replace('Provider Sex Code', 'Provider Gender Code');
    const text = old(nppesHeader) + nppesRow({ ...dana, ...licence(1, MASSAGE) });
    expect((await importText(text, 'nppes')).therapists[0]).to.have.property('gender', 'female');
  });

  it('is refused where it is another file, by the column that is missing', async () => {
    expect(await refusal(importText('name,zip\nDana,02139\n', 'nppes'))).to.match(
      /IMPORT_COLUMNS .*no column "NPI"/,
    );
  });
});
