import { expect } from 'chai';
import type { CellKind } from '../../../../services/therapists/columns/columns.js';
import { columnNamed } from '../../../../services/therapists/columns/columns.js';
import { readCell } from '../../../../services/therapists/columns/read-cell.js';

const table: [CellKind, string, unknown, string?][] = [
  ['text', ' Dana ', 'Dana'],
  ['text', 'n/a', undefined],
  ['text', '', undefined],
  ['text', "'=1+1", '=1+1'],
  ['text', "''=1+1", "'=1+1"],
  ['text', "'tis", "'tis"],
  ['specialties', 'Neck pain; TMJ, whiplash|Watsu', ['neck-pain', 'jaw', 'watsu']],
  ['modalities', 'Deep Tissue', ['deep-tissue']],
  ['insurance', 'BCBS', ['blue-cross-blue-shield']],
  ['words', 'Step free; Quiet Room', ['step-free', 'quiet-room']],
  ['languages', 'English, español, yue, es-MX, Klingonish', ['en', 'es', 'yue', 'es-MX', 'Klingonish']],
  [
    'experience',
    'neck pain: 9; jaw (2 years)',
    [
      { specialty: 'neck-pain', years: 9 },
      { specialty: 'jaw', years: 2 },
    ],
  ],
  ['gender', 'F', 'female'],
  ['gender', 'Man', 'male'],
  ['country', 'U.S.A.', 'US'],
  ['postcode', '2139', '02139'],
  ['postcode', '2000', '2000', 'AU'],
  ['phone', '(617) 555-0142', '617-555-0142'],
  ['address', 'www.example.org/book', 'https://www.example.org/book'],
  ['address', 'http://example.org', 'http://example.org'],
  ['address', 'javascript:alert(1)', 'javascript:alert(1)'],
  ['number', '$1,250.50', 1250.5],
  ['number', '-$5', -5],
  ['number', '90,50', '90,50'],
  ['number', '1e3', '1e3'],
  ['yes or no', 'Y', true],
  ['yes or no', 'No', false],
  ['yes or no', 'perhaps', 'perhaps'],
  ['date', '5/31/2027', '2027-05-31'],
  ['date', '5/31/2027', '5/31/2027', 'GB'],
  ['date', '2027-05-31', '2027-05-31'],
  ['time', '2026-11-01', '2026-11-01T00:00:00Z'],
  ['time', '2026-11-01T08:00:00Z', '2026-11-01T08:00:00Z'],
  ['json', '[{"rating":5}]', [{ rating: 5 }]],
  ['json', '[', '['],
];

describe('a cell of a spreadsheet', () => {
  for (const [kind, cell, value, country] of table) {
    it(`as ${kind}${country ? ` in ${country}` : ''}: ${JSON.stringify(cell)}`, () => {
      expect(readCell(cell, kind, country)).to.deep.equal(value);
    });
  }
});

describe('a column of a spreadsheet', () => {
  it('is known by its name and its other names, whatever capitals, spaces and dashes', () => {
    for (const name of ['licence number', 'License_Number', 'LICENSE-NO', 'licenceNumber'])
      expect(columnNamed(name)?.column, name).to.equal('licence number');
    expect(columnNamed('shoe size')).to.equal(undefined);
    expect(columnNamed('')).to.equal(undefined);
  });
});
