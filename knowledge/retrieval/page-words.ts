import { z } from 'zod';
import { projectPath, readDataFile } from '../data-file.js';
import { pageIdSchema } from '../guide/page.js';

let shipped: ReadonlyMap<string, string> | undefined;

/** Other words in which people ask for a page, by the page's id. @throws CodedError where page-words.yaml is wrong. */
export function pageWords(): ReadonlyMap<string, string> {
  shipped ??= new Map(
    Object.entries(
      readDataFile(
        projectPath('knowledge', 'retrieval', 'page-words.yaml'),
        z.partialRecord(pageIdSchema, z.string().min(1)),
      ),
    ),
  );
  return shipped;
}
