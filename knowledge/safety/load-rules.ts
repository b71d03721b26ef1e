import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectPath, readDataFile } from '../data-file.js';
import { readAdvice } from './advice-file.js';
import { conceptCatalogue } from './concept-catalogue.js';
import { questionsFileSchema, rulesFileSchema } from './rule.js';
import { bindRuleBook, type RuleBook } from './rule-book.js';

const sourcesSchema = z.record(z.string(), z.string());
const medicationClassesSchema = z.record(z.string(), z.array(z.string()).nonempty());

let loaded: RuleBook | undefined;

/**
 * The rules that ship with the bot, read once.
 * @throws CodedError of `readDataFile` and `bindRuleBook`.
 */
export function loadRules(): RuleBook {
  loaded ??= readRules(projectPath('knowledge', 'safety'));
  return loaded;
}

/** Reads rules/*.yaml (in order of file name), questions, sources and medication classes of a folder. */
export function readRules(folder: string): RuleBook {
  const files = readdirSync(join(folder, 'rules'))
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  const medicationClasses = readDataFile(join(folder, 'medication-classes.yaml'), medicationClassesSchema);
  return bindRuleBook({
    rules: files.flatMap((name) =>
      readDataFile(join(folder, 'rules', name), rulesFileSchema).map((rule) => ({
        file: `rules/${name}`,
        rule,
      })),
    ),
    questions: readDataFile(join(folder, 'questions.yaml'), questionsFileSchema),
    sources: readDataFile(join(folder, 'sources.yaml'), sourcesSchema),
    medicationClasses: new Map(Object.entries(medicationClasses)),
    concepts: conceptCatalogue(),
    adviceNames: new Set(Object.keys(readAdvice(folder))),
  });
}
