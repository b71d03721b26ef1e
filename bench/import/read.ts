import { createReadStream } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse';
import papaparse from 'papaparse';
import { type BaseParse, inferSchema, initParser, type Parser } from 'udsv';
import { projectPath } from '../../knowledge/data-file.js';
import { report } from './measure.js';

/** One reader over one file: `read.ts READER FILE`. The peers part the rows into cells; ours checks them as well. */
const [, , reader = '', file = ''] = process.argv;
const PIECE = { highWaterMark: 1 << 20 };

const readers: Record<string, () => Promise<number>> = {
  async csv() {
    return ours('csv');
  },
  async nppes() {
    return ours('nppes');
  },
  async 'csv-parse'() {
    let rows = 0;
    for await (const _ of createReadStream(file, PIECE).pipe(parse())) rows++;
    return rows;
  },
  papaparse: () =>
    new Promise((resolve, reject) => {
      let rows = 0;
      papaparse.parse(createReadStream(file, PIECE), {
        step: () => {
          rows++;
        },
        complete: () => resolve(rows),
        error: reject,
      });
    }),
  async udsv() {
    let rows = 0;
    let parser: Parser | undefined;
    for await (const text of createReadStream(file, { ...PIECE, encoding: 'utf8' })) {
      parser ??= initParser(inferSchema(text));
      parser.chunk<string[]>(text, parser.stringArrs as BaseParse<string[]>, () => {
        rows++;
      });
    }
    parser?.end();
    return rows;
  },
};

/** As built, so that what translates TypeScript does not count as memory of ours. */
async function ours(format: 'csv' | 'nppes'): Promise<number> {
  const built = (...path: string[]) => pathToFileURL(projectPath('dist', 'services', ...path)).href;
  const { createPlaces }: typeof import('../../services/places/create-places.js') = await import(
    built('places', 'create-places.js')
  );
  const { readTherapists }: typeof import('../../services/therapists/import/read-therapists.js') =
    await import(built('therapists', 'import', 'read-therapists.js'));
  const source = await readTherapists(file, format, { places: createPlaces(), now: () => new Date() });
  let rows = 0;
  for await (const some of source.rows) rows += some.length;
  return rows + source.passedOver();
}

const startedAt = performance.now();
const rows = await readers[reader]?.();
if (rows === undefined) throw new Error(`no reader "${reader}"`);
report(rows, startedAt);
