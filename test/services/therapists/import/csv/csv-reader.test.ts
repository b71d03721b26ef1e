import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { CsvReader, type CsvRow } from '../../../../../services/therapists/import/csv/csv-reader.js';
import type { FaultyRow } from '../../../../../services/therapists/import/imported-row.js';

const COMMA = 0x2c;

function readAll(text: string, columns: number, cutAt: readonly number[] = [], only?: string) {
  const bytes = Buffer.from(text);
  const reader = new CsvReader({
    delimiter: COMMA,
    columns,
    wanted: Array.from({ length: columns }, (_, index) => index),
    ...(only !== undefined && { only }),
  });
  const rows: (CsvRow | FaultyRow)[] = [];
  let from = 0;
  for (const cut of cutAt.map((at) => at % (bytes.length + 1)).toSorted((a, b) => a - b)) {
    rows.push(...reader.read(bytes.subarray(from, cut)));
    from = cut;
  }
  rows.push(...reader.read(bytes.subarray(from), true));
  return { rows, reader };
}

const cellsOf = (rows: (CsvRow | FaultyRow)[]) =>
  rows.map((row) => ('cells' in row ? row.cells : row.reason));
const linesOf = (rows: (CsvRow | FaultyRow)[]) => rows.map(({ line }) => line);

describe('the CSV reader', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '漢', '😀', '"', ',', '\n', '\r\n', ' ', '') });
  const table = fc
    .integer({ min: 2, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));

  it('reads what csv-parse reads, wherever the bytes are cut', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.array(fc.nat(), { maxLength: 5 }),
        (rows, lineEnd, ended, cuts) => {
          const quoted = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','));
          const text = quoted.join(lineEnd) + (ended ? lineEnd : '');
          const width = rows[0]?.length ?? 0;
          expect(cellsOf(readAll(text, width, cuts).rows)).to.deep.equal(parse(text));
        },
      ),
    );
  });

  it('reads any text the same whether it comes whole or in pieces', () => {
    const anything = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', 'é') });
    fc.assert(
      fc.property(anything, fc.array(fc.nat(), { maxLength: 8 }), (text, cuts) => {
        expect(readAll(text, 2, cuts).rows).to.deep.equal(readAll(text, 2).rows);
      }),
      { numRuns: 2000 },
    );
  });

  it('tells the line on which each row begins, across line ends inside quotes', () => {
    const { rows } = readAll('a,b\n\n"c\n\nd",e\nf,g', 2);
    expect(linesOf(rows)).to.deep.equal([1, 3, 6]);
  });

  it('reports a row with a cell too many or too few and reads the next one untouched', () => {
    const { rows } = readAll('1,2\n3\n4,5,6\n7,8\n', 2);
    expect(cellsOf(rows)).to.deep.equal([
      ['1', '2'],
      'has 1 cell where the header has 2',
      'has 3 cells where the header has 2',
      ['7', '8'],
    ]);
  });

  it('takes a quote inside a cell as text', () => {
    expect(cellsOf(readAll('6" roller,b\n', 2).rows)).to.deep.equal([['6" roller', 'b']]);
  });

  it('reports a stray quote by its line and goes on behind it', () => {
    const { rows } = readAll('1,2\n3,"four\n5,6\n7,"8"\n9,10\n', 2);
    expect(linesOf(rows)).to.deep.equal([1, 2, 3, 4, 5]);
    expect(rows[1]).to.have.property('reason').that.includes('behind a closing quote');
    expect(cellsOf(rows).slice(2)).to.deep.equal([
      ['5', '6'],
      ['7', '8'],
      ['9', '10'],
    ]);
  });

  it('reports a quote that is never closed, and still reads the rows behind it', () => {
    const { rows } = readAll('1,"2\n3,4\n5,6', 2);
    expect(rows[0]).to.deep.equal({ line: 1, reason: 'a quote is opened and never closed' });
    expect(cellsOf(rows).slice(1)).to.deep.equal([
      ['3', '4'],
      ['5', '6'],
    ]);
  });

  it('leaves a cell of ten megabytes out whole, so that no line inside it becomes a row', () => {
    const pasted = 'x,y\n'.repeat(2_500_000);
    const pieces = Array.from({ length: 20 }, (_, index) => index * 500_000);
    const { rows, reader } = readAll(`1,2\n3,"${pasted}"\n5,6\n`, 2, pieces);
    expect(cellsOf(rows)).to.deep.equal([['1', '2'], 'the row is longer than a megabyte', ['5', '6']]);
    expect(linesOf(rows)).to.deep.equal([1, 2, 2_500_003]);
    expect(reader.passedOver).to.equal(0);
  });

  it('says so where a quote that was never closed swallowed the rest of a large file', () => {
    const { rows } = readAll(`1,"2\n${'3,4\n'.repeat(600_000)}`, 2, [1_500_000]);
    expect(linesOf(rows)).to.deep.equal([1, 1]);
    expect(rows[1]).to.have.property('reason').that.includes('were not read');
  });

  it('passes over rows without the text that is looked for, and counts them', () => {
    const { rows, reader } = readAll('1,no\n2,yes\n3,no\nyes,4\n5,"ye\ns"\n', 2, [3, 9], 'yes');
    expect(cellsOf(rows)).to.deep.equal([
      ['2', 'yes'],
      ['yes', '4'],
    ]);
    expect(reader.passedOver).to.equal(3);
  });
});
