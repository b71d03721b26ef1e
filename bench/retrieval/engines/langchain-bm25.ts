import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectPath } from '../../../knowledge/data-file.js';
import type { Engine } from './engine.js';

const PACKAGES = ['@langchain/community@1.1.29', '@langchain/core@1.1.48'];

interface Found {
  metadata: { id: string };
}
interface Retriever {
  invoke(query: string): Promise<Found[]>;
}
interface Module {
  BM25Retriever: {
    fromDocuments(documents: unknown[], options: { k: number }): Retriever;
  };
}

/**
 * LangChain's own BM25 over whole documents. Its package asks for peers at odds with ours, so it is installed at its
 * first use, into a folder of its own.
 */
export const langchainBm25: Engine = {
  name: 'LangChain BM25Retriever',
  setting: 'as it comes',
  async build(documents) {
    const { BM25Retriever } = await load();
    const retriever = BM25Retriever.fromDocuments(
      documents.map(({ id, title, text }) => ({ pageContent: `${title}\n${text}`, metadata: { id } })),
      { k: 10 },
    );
    return async (query, k) => (await retriever.invoke(query)).slice(0, k).map(({ metadata }) => metadata.id);
  },
};

async function load(): Promise<Module> {
  const folder = projectPath('node_modules', '.cache', 'bench-langchain-community');
  if (!existsSync(join(folder, 'node_modules', '@langchain', 'community'))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"private": true}\n');
    execFileSync('npm', ['install', '--silent', '--legacy-peer-deps', '--no-save', ...PACKAGES], {
      cwd: folder,
    });
  }
  const entry = createRequire(join(folder, 'package.json')).resolve('@langchain/community/retrievers/bm25');
  return (await import(pathToFileURL(entry).href)) as Module;
}
