import type { CollectionDocument } from '../collection.js';

/** A way to search: the ids of the best documents for a query, best first. */
export type Searcher = (query: string, k: number) => string[] | Promise<string[]>;

/** One of those measured side by side, at its own defaults but for what `setting` says. */
export interface Engine {
  name: string;
  setting: string;
  build(documents: readonly CollectionDocument[]): Searcher | Promise<Searcher>;
}
