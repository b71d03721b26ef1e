import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export interface CollectionDocument {
  id: string;
  title: string;
  text: string;
}

interface CollectionQuery {
  id: string;
  text: string;
  /** What the question was made from, where the collection has it: a patient's own e-mail. */
  original?: string;
}

/** A collection in the form of BEIR: corpus, queries, and graded judgements by query and document. */
export interface Collection {
  documents: CollectionDocument[];
  queries: CollectionQuery[];
  judgements: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** The judged documents alone, where the collection names them in pool-ids.txt. */
  pool?: ReadonlySet<string>;
}

/** Reads corpus.jsonl (or .gz), queries.jsonl, qrels.tsv (or qrels/test.tsv) and pool-ids.txt of a folder. */
export function readCollection(folder: string): Collection {
  const pool = textOf(folder, 'pool-ids.txt');
  return {
    documents: rows(textOf(folder, 'corpus.jsonl')).map(({ _id, title = '', text = '' }) => ({
      id: String(_id),
      title: String(title),
      text: String(text),
    })),
    queries: rows(textOf(folder, 'queries.jsonl')).map(({ _id, text, original }) => ({
      id: String(_id),
      text: String(text),
      ...(typeof original === 'string' && { original }),
    })),
    judgements: readJudgements(textOf(folder, 'qrels.tsv') ?? textOf(join(folder, 'qrels'), 'test.tsv')),
    ...(pool !== undefined && { pool: new Set(lines(pool)) }),
  };
}

function textOf(folder: string, name: string): string | undefined {
  const path = join(folder, name);
  if (existsSync(path)) return readFileSync(path, 'utf8');
  return existsSync(`${path}.gz`) ? gunzipSync(readFileSync(`${path}.gz`)).toString('utf8') : undefined;
}

function lines(text = ''): string[] {
  return text.split(/\r?\n/).filter((line) => line !== '');
}

function rows(text: string | undefined): Record<string, unknown>[] {
  if (text === undefined) throw new Error('the folder holds no corpus.jsonl[.gz] or no queries.jsonl[.gz]');
  return lines(text).map((line) => JSON.parse(line) as Record<string, unknown>);
}

function readJudgements(text: string | undefined): Map<string, Map<string, number>> {
  const judgements = new Map<string, Map<string, number>>();
  for (const line of lines(text).slice(1)) {
    const [query = '', document = '', grade = '0'] = line.split('\t');
    const ofQuery = judgements.get(query) ?? new Map<string, number>();
    ofQuery.set(document, Number(grade));
    judgements.set(query, ofQuery);
  }
  return judgements;
}
