import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CodedError } from '../coded-error.js';
import { projectPath, readDataFile } from '../data-file.js';
import { REGIONS, type Report } from '../symptoms/report.js';
import { DISPOSITIONS } from './assessment.js';
import { conditionSchema, holds } from './condition.js';
import { type Facts, factsOf, withConcept } from './facts.js';
import { dispositionOf, dispositionWith } from './firing.js';
import { loadRules } from './load-rules.js';
import { knownConcepts } from './questions.js';
import type { RuleBook } from './rule-book.js';

const itemSchema = z.strictObject({
  /** A tick makes this concept present. Its words are in questions.yaml. */
  concept: z.string(),
  /** Shown only where this holds: {pregnant: true}. */
  when: conditionSchema.optional(),
  /** Never shown where this holds: {sexIs: male}. */
  unless: conditionSchema.optional(),
});
const checklistSchema = z.strictObject({
  /** An empty list: shown whatever the region. */
  regions: z.array(z.enum(REGIONS)),
  items: z.array(itemSchema).min(1).max(9),
});
type ChecklistFile = z.infer<typeof checklistSchema>;

export interface Checklist {
  /** Names the regions it was made for: `lower_back+thigh`. */
  id: string;
  items: { concept: string; label: string }[];
}

const MOST_ITEMS = 10;
/** So many places are kept for what is asked whatever the region. */
const GENERAL_ITEMS = 4;

let loaded: ChecklistFile[] | undefined;

/** What could still be dangerous in the regions named, in words to tick, the most dangerous first. */
export function checklistFor(report: Report): Checklist {
  const book = loadRules();
  loaded ??= readChecklists(projectPath('knowledge', 'safety', 'checklists'), book);
  const files = loaded;
  const regions = [...new Set(report.complaints.map(({ region }) => region))];
  const facts = factsOf(report, book);
  const known = knownConcepts(report, book);
  const open = (items: ChecklistFile['items']) =>
    items
      .filter(({ concept, when, unless }) => {
        if (known.has(concept) || facts.concepts.has(concept)) return false;
        if (concept === 'pregnant' && report.pregnant !== undefined) return false;
        return (!when || holds(when, facts)) && !(unless && holds(unless, facts));
      })
      .map(({ concept }) => concept);
  const regional = inTurn(
    regions.map((region) => open(files.filter((file) => file.regions.includes(region)).flatMap(itemsOf))),
  );
  const general = open(files.filter((file) => file.regions.length === 0).flatMap(itemsOf));
  const kept = regional.filter((concept) => !general.includes(concept)).slice(0, MOST_ITEMS - GENERAL_ITEMS);
  const concepts = [...kept, ...general.slice(0, MOST_ITEMS - kept.length)];
  return {
    id: regions.length > 0 ? regions.join('+') : 'general',
    items: byDanger(concepts, facts, book).map((concept) => ({
      concept,
      label: book.questions.get(concept)?.label ?? concept,
    })),
  };
}

/** Reads every checklist of a folder. @throws CodedError CHECKLIST_INVALID where a concept has no wording. */
export function readChecklists(folder: string, book: Pick<RuleBook, 'questions'>): ChecklistFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const file = readDataFile(join(folder, name), checklistSchema);
      for (const { concept } of file.items) {
        if (book.questions.has(concept)) continue;
        throw new CodedError(
          'CHECKLIST_INVALID',
          `knowledge/safety/checklists/${name}: "${concept}" has no wording; add it to knowledge/safety/questions.yaml`,
        );
      }
      return file;
    });
}

function itemsOf(file: ChecklistFile): ChecklistFile['items'] {
  return file.items;
}

/** The first of each list, then the second of each: no region's list crowds out another's worst. */
function inTurn(lists: string[][]): string[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  const taken = Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1)));
  return [...new Set(taken.flat())];
}

/** By what a tick would bring; the files' own order decides between equals. */
function byDanger(concepts: string[], facts: Facts, book: RuleBook): string[] {
  const now = dispositionOf(book.rules, facts);
  const rank = new Map(
    concepts.map((concept) => [
      concept,
      DISPOSITIONS.indexOf(dispositionWith(withConcept(facts, concept, book), concept, book, now)),
    ]),
  );
  return concepts.toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
}
