import type { Engine } from './engine.js';
import { flexsearch } from './flexsearch.js';
import { langchainBm25 } from './langchain-bm25.js';
import { lunr } from './lunr.js';
import { minisearch } from './minisearch.js';
import { orama } from './orama.js';
import { ours } from './ours.js';
import { wink } from './wink.js';

/** Ours and its peers, in the order of the table. */
export const engines: readonly Engine[] = [ours, wink, minisearch, orama, lunr, flexsearch, langchainBm25];
