import type { Collection } from './collection.js';
import { readCollection } from './collection.js';
import { engines } from './engines/all.js';
import type { Searcher } from './engines/engine.js';
import { DEPTH, ndcg, quantile } from './quality.js';

/** What one engine does on one collection; qualities are nDCG@10, one for each query that has a relevant document. */
export interface Measured {
  name: string;
  setting: string;
  documents: number;
  indexMs: number;
  heapMb: number;
  queryMs: { median: number; p99: number };
  questions: number[];
  /** The same, asked in the patients' own words over the judged documents alone. */
  originals: number[];
}

const REPEATS = 3;

/** Run in a process of its own for each engine, with the garbage collector at hand, so that memory can be told apart. */
async function measure(engineName: string, folder: string): Promise<Measured> {
  const engine = engines.find(({ name }) => name === engineName);
  if (!engine) throw new Error(`no engine is called ${engineName}`);
  const collection = readCollection(folder);
  const before = await heap();
  const started = performance.now();
  const search = await engine.build(collection.documents);
  const indexMs = performance.now() - started;
  const heapMb = ((await heap()) - before) / 1e6;

  const times: number[] = [];
  let questions: number[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat++)
    questions = await ask(search, collection, ({ text }) => text, times);
  const { pool } = collection;
  let originals: number[] = [];
  if (pool) {
    const judged = await engine.build(collection.documents.filter(({ id }) => pool.has(id)));
    originals = await ask(judged, collection, ({ original }) => original);
  }
  return {
    name: engine.name,
    setting: engine.setting,
    documents: collection.documents.length,
    indexMs,
    heapMb,
    queryMs: { median: quantile(times, 0.5), p99: quantile(times, 0.99) },
    questions,
    originals,
  };
}

async function ask(
  search: Searcher,
  { queries, judgements }: Collection,
  wordsOf: (query: Collection['queries'][number]) => string | undefined,
  times: number[] = [],
): Promise<number[]> {
  const qualities: number[] = [];
  for (const query of queries) {
    const words = wordsOf(query);
    if (words === undefined) continue;
    const started = performance.now();
    const hits = await search(words, DEPTH);
    times.push(performance.now() - started);
    const quality = ndcg(hits, judgements.get(query.id) ?? new Map());
    if (quality !== undefined) qualities.push(quality);
  }
  return qualities;
}

async function heap(): Promise<number> {
  for (let round = 0; round < 4; round++) {
    globalThis.gc?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const [engineName = '', folder = ''] = process.argv.slice(2);
console.log(JSON.stringify(await measure(engineName, folder)));
