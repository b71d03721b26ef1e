import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { therapistsHeader, therapistsRow } from './import/csv-file.js';
import { measure, speedOf, writeRows } from './import/measure.js';
import { nppesHeader, nppesProvider } from './import/nppes-file.js';

/**
 * How fast therapists are read and checked, beside three CSV readers that only part rows into cells. The files
 * are made up on the spot: a clinic's CSV, and a monthly NPPES file of 330 columns with one massage therapist in
 * fifty rows (in the real one it is about one in a hundred), with nothing but them, and a longer one for the memory.
 *
 *   npm run bench:import [-- --rows 100000]
 */
const rows = Number(process.argv[process.argv.indexOf('--rows') + 1]) || 100_000;
const folder = mkdtempSync(join(tmpdir(), 'bench-import-'));
const csv = join(folder, 'therapists.csv');
const nppes = join(folder, 'nppes.csv');
const nppesOnly = join(folder, 'nppes-therapists.csv');
const nppesLong = join(folder, 'nppes-long.csv');
try {
  writeRows(csv, therapistsHeader, rows, therapistsRow);
  writeRows(nppes, nppesHeader, rows, (index) => nppesProvider(index, 50));
  writeRows(nppesOnly, nppesHeader, rows, (index) => nppesProvider(index, 1));
  writeRows(nppesLong, nppesHeader, rows * 4, (index) => nppesProvider(index, 50));
  const run = (reader: string, file: string) => speedOf(measure('./read.ts', reader, file), file);
  console.log('NPPES, one therapist in fifty rows');
  console.table({
    'ours, read, checked and placed': run('nppes', nppes),
    'ours, four times as long': run('nppes', nppesLong),
    'ours, nothing but therapists': run('nppes', nppesOnly),
    'uDSV, cells only': run('udsv', nppes),
    'papaparse, cells only': run('papaparse', nppes),
    'csv-parse, cells only': run('csv-parse', nppes),
  });
  console.log('a CSV of therapists, every row one');
  console.table({
    'ours, read, checked and placed': run('csv', csv),
    'uDSV, cells only': run('udsv', csv),
    'papaparse, cells only': run('papaparse', csv),
    'csv-parse, cells only': run('csv-parse', csv),
  });
} finally {
  rmSync(folder, { recursive: true });
}
