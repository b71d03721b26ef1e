import { isCommonWord, isEverydayWord } from '../text/clauses.js';
import { stem } from '../text/stem.js';
import { isPlainWord, readWords } from '../text/words.js';
import { AS_WRITTEN, type Pattern, patternParser, type WordClasses } from './pattern.js';

/** Where a part's words can be found: a step in a tree of words. */
interface WordNode {
  /** Made with the first step further: most nodes are leaves, and there are thousands. */
  next: Map<string, WordNode> | undefined;
  /** The choices whose words end here, by number. */
  choices: number[];
}

interface PatternStep {
  part: number;
  optional: boolean;
  /** How many words stand before it. */
  least: number;
  most: number;
  /** It is a number, which belongs to the name nearest to it: no other number stands between. */
  isNumber: boolean;
}

/** A pattern made ready for search: parts are numbers, the rarest is the one to start from. */
export interface IndexedPattern<Payload> {
  payload: Payload;
  steps: readonly PatternStep[];
  ordered: boolean;
  keyStep: number;
}

/** Lists of numbers end to end: they are gone through for every word of a message, and lie close together. */
interface Rows {
  /** Where a row starts; where the next one starts it ends. */
  starts: Int32Array;
  values: Int32Array;
}

export interface PatternIndex<Payload> {
  root: WordNode;
  patterns: readonly IndexedPattern<Payload>[];
  /** By choice, the patterns whose rarest part offers it. */
  startingWith: Rows;
  /** By pattern, the parts that must be there besides the rarest, the rarest first. */
  needed: Rows;
  /** By part, the choices it offers. */
  choicesOf: Rows;
  /** Whether words are compared by stem, else as they are written. */
  byStem: boolean;
  /** By word, the choices that ask for it in just this form. */
  asWritten: ReadonlyMap<string, readonly number[]>;
  /** Every word that a pattern names, as written. */
  vocabulary: ReadonlySet<string>;
}

/** How many words may stand between neighbours where the phrase does not say. */
const USUAL_GAP = 3;
const STRICT_GAP = 1;
/** How often a word is met, as a number of rare ones. A part that offers a common word is found in every message. */
const COMMON_WORD = 300;
const EVERYDAY_WORD = 60;

/** A phrase to search for, and what is to be told where it is found. */
export interface PhraseEntry<Payload> {
  phrase: string;
  payload: Payload;
  /** Its words stand in the order written, close together, unless it says otherwise by gaps of its own. */
  strict?: boolean;
}

/**
 * Compiles phrases once, so that a message is searched for all of them together.
 * @param byStem compare stems ("swellings" finds "swollen"); otherwise the words as written.
 */
export function indexPatterns<Payload>(
  entries: Iterable<PhraseEntry<Payload>>,
  classes: WordClasses,
  byStem = true,
): PatternIndex<Payload> {
  const root: WordNode = { next: undefined, choices: [] };
  const numbers = new Map<string, number>();
  const choiceNumbers = new Map<string, number>();
  const choicesOf: number[][] = [];
  const uses: number[] = [];
  const vocabulary = new Set<string>();
  const asWritten = new Map<string, number[]>();
  const split = splitter();
  const parser = patternParser(classes);

  function numberOf(part: Pattern['parts'][number]): number {
    const known = numbers.get(part.key);
    if (known !== undefined) {
      uses[known] = (uses[known] ?? 0) + 1;
      return known;
    }
    const number = uses.push(0) - 1;
    numbers.set(part.key, number);
    let size = 0;
    for (const choice of part.choices)
      for (const entry of classOf(choice) ?? [choice]) size += frequencyOf(entry);
    choicesOf.push([...new Set(part.choices.map(numberOfChoice))]);
    uses[number] = size;
    return number;
  }

  function classOf(choice: string): readonly string[] | undefined {
    return choice.startsWith('<') ? classes[choice.slice(1, -1)] : undefined;
  }

  /** Puts a choice's words into the tree once, for all the parts that will offer it. */
  function numberOfChoice(choice: string): number {
    const known = choiceNumbers.get(choice);
    if (known !== undefined) return known;
    const number = choiceNumbers.size;
    choiceNumbers.set(choice, number);
    for (const entry of classOf(choice) ?? [choice]) {
      if (entry.startsWith(AS_WRITTEN)) {
        const text = entry.slice(1);
        vocabulary.add(text);
        const found = asWritten.get(text) ?? [];
        asWritten.set(text, [...found, number]);
        continue;
      }
      let node = root;
      for (const word of entry.includes(' ') ? entry.split(' ').flatMap(split) : split(entry)) {
        vocabulary.add(word.text);
        const key = byStem ? word.stem : word.text;
        node.next ??= new Map();
        let next = node.next.get(key);
        if (!next) {
          next = { next: undefined, choices: [] };
          node.next.set(key, next);
        }
        node = next;
      }
      if (node !== root && !node.choices.includes(number)) node.choices.push(number);
    }
    return number;
  }

  const patterns = [...entries].map(
    ({ phrase, payload, strict = false }): Omit<IndexedPattern<Payload>, 'keyStep'> => {
      const pattern = parser.parse(phrase);
      const usual = pattern.adjacent ? 0 : strict ? STRICT_GAP : USUAL_GAP;
      const steps = separateWords(pattern, split).map((part) => ({
        part: numberOf(part),
        optional: part.optional,
        least: part.gap?.least ?? 0,
        most: part.gap?.most ?? usual,
        isNumber: part.choices.every((choice) => (classOf(choice) ?? [choice]).every(isDigits)),
      }));
      return { payload, steps, ordered: pattern.ordered || strict };
    },
  );

  const indexed = patterns.map((pattern) => ({ ...pattern, keyStep: rarestStep(pattern.steps, uses) }));
  const byPart: number[][] = uses.map(() => []);
  const needed = indexed.map(({ steps, keyStep }, at) => {
    byPart[steps[keyStep]?.part ?? 0]?.push(at);
    return steps
      .filter((step, index) => index !== keyStep && !step.optional)
      .map((step) => step.part)
      .sort((a, b) => (uses[a] ?? 0) - (uses[b] ?? 0));
  });
  const startingWith = Array.from(choiceNumbers, (): number[] => []);
  byPart.forEach((list, part) => {
    for (const choice of choicesOf[part] ?? []) for (const at of list) startingWith[choice]?.push(at);
  });
  return {
    root,
    patterns: indexed,
    startingWith: rows(startingWith),
    needed: rows(needed),
    choicesOf: rows(choicesOf),
    byStem,
    asWritten,
    vocabulary,
  };
}

function isDigits(entry: string): boolean {
  return /^\d/.test(entry);
}

function frequencyOf(entry: string): number {
  if (isCommonWord(entry)) return COMMON_WORD;
  return isEverydayWord(entry) ? EVERYDAY_WORD : 1;
}

function rows(lists: readonly (readonly number[])[]): Rows {
  const starts = new Int32Array(lists.length + 1);
  lists.forEach((list, at) => {
    starts[at + 1] = (starts[at] ?? 0) + list.length;
  });
  return { starts, values: Int32Array.from(lists.flat()) };
}

/** A word as written can be several words as read: "can't" in a phrase is "can not" in a message. */
function separateWords(pattern: Pattern, split: (word: string) => { text: string }[]): Pattern['parts'] {
  const isOneWord = ({ choices, key }: Pattern['parts'][number]) =>
    choices.length > 1 || /^[<=]/.test(key) || isPlainWord(key);
  if (pattern.parts.every(isOneWord)) return pattern.parts;
  return pattern.parts.flatMap((part) => {
    if (isOneWord(part)) return [part];
    return split(part.key).map(({ text }, index) => {
      const { gap, ...rest } = part;
      return { ...rest, choices: [text], key: text, ...(index === 0 && gap && { gap }) };
    });
  });
}

function splitter(): (word: string) => { text: string; stem: string }[] {
  const seen = new Map<string, { text: string; stem: string }[]>();
  return (word) => {
    const known = seen.get(word);
    if (known) return known;
    const read = isPlainWord(word) ? [{ text: word, stem: stem(word) }] : readWords(word);
    seen.set(word, read);
    return read;
  };
}

function rarestStep(steps: readonly { part: number; optional: boolean }[], uses: readonly number[]): number {
  let best = -1;
  let fewest = Number.POSITIVE_INFINITY;
  steps.forEach((step, index) => {
    const count = uses[step.part] ?? 0;
    if (!step.optional && count < fewest) {
      fewest = count;
      best = index;
    }
  });
  return best;
}
