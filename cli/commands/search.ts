import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { CodedError } from '../../knowledge/coded-error.js';
import { loadGuide } from '../../knowledge/guide/load-guide.js';
import { buildIndex } from '../../knowledge/retrieval/build-index.js';
import { guideIndexOf } from '../../knowledge/retrieval/guide-index.js';
import { searchGuide } from '../../knowledge/retrieval/guide-search.js';
import { search as searchIndex } from '../../knowledge/retrieval/search.js';
import { answerJsonLines } from '../json-lines.js';

const requestSchema = z.object({ id: z.union([z.string(), z.number()]), query: z.string() });
const documentSchema = z.object({ _id: z.string(), title: z.string().default(''), text: z.string() });
const optionsSchema = z.object({
  corpus: z.string().optional(),
  k: z.coerce.number().int().min(1).max(1000),
});

/** The guide, or a collection of one's own, through the same retrieval. */
export async function search(given: unknown): Promise<boolean> {
  const options = optionsSchema.safeParse(given);
  if (!options.success) throw new CodedError('OPTION_INVALID', '--k: must be a whole number from 1 to 1000');
  const { corpus, k } = options.data;
  if (corpus) return searchCorpus(corpus, k);
  const index = guideIndexOf(loadGuide().passages);
  return answerJsonLines(requestSchema, ({ id, query }) => {
    const { answerable, hits } = searchGuide(index, query, k);
    return {
      id,
      answerable,
      hits: hits.map(({ id: hit, page, section, score }) => ({ id: hit, page, section, score })),
    };
  });
}

async function searchCorpus(file: string, k: number): Promise<boolean> {
  const index = buildIndex(await readCorpus(file));
  return answerJsonLines(requestSchema, ({ id, query }) => {
    const hits = searchIndex(index, query, k).map((hit) => ({
      id: hit.id,
      page: null,
      section: null,
      score: hit.score,
    }));
    return { id, answerable: hits.length > 0, hits };
  });
}

async function readCorpus(file: string): Promise<{ id: string; title: string; text: string }[]> {
  const documents: { id: string; title: string; text: string }[] = [];
  let number = 0;
  try {
    for await (const line of createInterface({ input: createReadStream(file, 'utf8') })) {
      number += 1;
      if (line.trim() === '') continue;
      const { _id, title, text } = documentSchema.parse(JSON.parse(line));
      documents.push({ id: _id, title, text });
    }
  } catch (cause) {
    const where = number > 0 ? `${file}:${number}` : file;
    throw new CodedError('CORPUS_UNREADABLE', `${where}: must hold one {_id, title, text} a line`, { cause });
  }
  return documents;
}
