import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CodedError } from '../../coded-error.js';
import { projectPath, readDataFile, shownPath } from '../../data-file.js';
import { kindsAmong, whatIsWrongWithKinds } from './kinds.js';
import { patternParser, type WordClasses } from './pattern.js';
import { indexPatterns, type PatternIndex } from './pattern-index.js';

const phrases = z.array(z.string().trim().min(1));

const conceptSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/, 'write it in snake_case: calf_swelling'),
  /** How it is named to a patient. */
  label: z.string().min(1),
  /** Whether it only serves rules, beside others: it tells a patient or physician nothing by itself. */
  unspoken: z.boolean().optional(),
  phrases: phrases.min(1),
  /** Phrases that cancel a match which they overlap; read strictly, as what they cancel may be danger. */
  not: phrases.optional(),
  /** Sayings that cancel every match in their sentence; read strictly too. */
  idioms: phrases.optional(),
  /** Concepts of which it is a kind: a fever of forty is a fever, and fires the rules that ask for one. */
  kindOf: z.array(z.string()).optional(),
  /** Whether a past mention is meant to fire rules: `recent` but for what is years ago. */
  past: z.enum(['keep', 'recent', 'ignore']).default('ignore'),
  /** Whether it counts as part of what brings a trouble on: "worse on stairs" is no getting worse. */
  inTrigger: z.enum(['keep', 'ignore']).optional(),
});
export type Concept = z.infer<typeof conceptSchema>;

const classesSchema = z.record(z.string().regex(/^[a-z][a-z0-9_-]*$/), z.array(z.coerce.string()).min(1));

const roles = ['match', 'not', 'idiom'] as const;

/** What a phrase does for its concept. */
export interface PhraseRole {
  concept: string;
  role: (typeof roles)[number];
}

export interface Lexicon {
  concepts: ReadonlyMap<string, Concept>;
  classes: WordClasses;
  patterns: PatternIndex<PhraseRole>;
  /** All that a concept is a kind of, near and far; itself not among them. */
  kindsOf(concept: string): readonly string[];
}

const folder = projectPath('knowledge', 'symptoms', 'lexicon');
let loaded: Lexicon | undefined;

/** The lexicon that ships with the project, read once. */
export function loadLexicon(): Lexicon {
  loaded ??= readLexicon(folder);
  return loaded;
}

/**
 * Reads `classes*.yaml` and `concepts/*.yaml` of a folder.
 * @throws CodedError DATA_FILE_*, LEXICON_CONCEPT_TWICE, LEXICON_CLASS_TWICE, LEXICON_KIND_INVALID or
 * LEXICON_PHRASE_INVALID, naming the file.
 */
export function readLexicon(root: string): Lexicon {
  const classes: Record<string, readonly string[]> = {};
  for (const path of yamlFiles(root).filter((file) => /classes[^/\\]*\.yaml$/.test(file))) {
    for (const [name, words] of Object.entries(readDataFile(path, classesSchema))) {
      classes[name] = [...(classes[name] ?? []), ...words];
    }
  }
  const concepts: Concept[] = [];
  const seen = new Map<string, string>();
  for (const path of yamlFiles(join(root, 'concepts'))) {
    for (const concept of readDataFile(path, z.array(conceptSchema))) {
      const before = seen.get(concept.id);
      if (before) {
        throw new CodedError(
          'LEXICON_CONCEPT_TWICE',
          `${shownPath(path)}: the concept ${concept.id} is already in ${shownPath(before)}; join the two`,
        );
      }
      seen.set(concept.id, path);
      concepts.push(concept);
    }
  }
  for (const concept of concepts) {
    const wrong = whatIsWrongWithKinds(concept, concepts);
    if (wrong) {
      const place = shownPath(seen.get(concept.id) ?? root);
      throw new CodedError('LEXICON_KIND_INVALID', `${place}: concept ${concept.id}: ${wrong}`);
    }
  }
  try {
    return buildLexicon(concepts, classes);
  } catch (cause) {
    const broken = concepts.find((concept) => !isReadable(concept, classes));
    if (!broken || !(cause instanceof CodedError)) throw cause;
    const place = shownPath(seen.get(broken.id) ?? root);
    throw new CodedError(cause.code, `${place}: concept ${broken.id}: ${cause.message}`, { cause });
  }
}

function isReadable({ phrases, not = [], idioms = [] }: Concept, classes: WordClasses): boolean {
  try {
    const parser = patternParser(classes);
    for (const phrase of [...phrases, ...not, ...idioms]) parser.parse(phrase);
    return true;
  } catch {
    return false;
  }
}

/** How a concept is named to a patient: "a swollen calf". A concept the lexicon lacks is named by its id's words. */
export function conceptLabel(concept: string, lexicon: Lexicon = loadLexicon()): string {
  return lexicon.concepts.get(concept)?.label ?? concept.replaceAll('_', ' ');
}

/** Whether a concept is named to patients and physicians by itself, or only serves rules beside others. */
export function isSpoken(concept: string, lexicon: Lexicon = loadLexicon()): boolean {
  return lexicon.concepts.get(concept)?.unspoken !== true;
}

/** A lexicon from concepts in memory. @throws CodedError LEXICON_PHRASE_INVALID, naming concept and phrase. */
export function buildLexicon(concepts: readonly Concept[], classes: WordClasses): Lexicon {
  const entries = concepts.flatMap(({ id, phrases: match, not = [], idioms: idiom = [] }) =>
    roles.flatMap((role) =>
      ({ match, not, idiom })[role].map((phrase) => ({
        phrase,
        payload: { concept: id, role },
        strict: role !== 'match',
      })),
    ),
  );
  return {
    concepts: new Map(concepts.map((concept) => [concept.id, concept])),
    classes,
    patterns: indexPatterns(entries, classes),
    kindsOf: kindsAmong(concepts),
  };
}

function yamlFiles(path: string): string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(path, name));
}
