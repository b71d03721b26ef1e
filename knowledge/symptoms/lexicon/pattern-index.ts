import { stem } from '../text/stem.js';
import { isPlainWord, readWords } from '../text/words.js';
import { type Pattern, patternParser, type WordClasses } from './pattern.js';

/** Where a part's words can be found: a step in a tree of words. */
interface WordNode {
  /** Made with the first step further: most nodes are leaves, and there are thousands. */
  next: Map<string, WordNode> | undefined;
  /** The choices whose words end here, each by the parts in which it may stand. */
  choices: (readonly number[])[];
}

/** A pattern made ready for search: parts are numbers, the rarest is the one to start from. */
export interface IndexedPattern<Payload> {
  payload: Payload;
  steps: readonly { part: number; optional: boolean; least: number; most: number }[];
  ordered: boolean;
  keyStep: number;
}

export interface PatternIndex<Payload> {
  root: WordNode;
  /** By the part that is their rarest. */
  byPart: ReadonlyMap<number, readonly IndexedPattern<Payload>[]>;
  /** Whether words are compared by stem, else as they are written. */
  byStem: boolean;
  /** Every word that a pattern names, as written. */
  vocabulary: ReadonlySet<string>;
}

/** How many words may stand between neighbours where the phrase does not say. */
const USUAL_GAP = 3;

/**
 * Compiles phrases once, so that a message is searched for all of them together.
 * @param byStem compare stems ("swellings" finds "swollen"); otherwise the words as written.
 */
export function indexPatterns<Payload>(
  entries: Iterable<{ phrase: string; payload: Payload }>,
  classes: WordClasses,
  byStem = true,
): PatternIndex<Payload> {
  const root: WordNode = { next: undefined, choices: [] };
  const numbers = new Map<string, number>();
  const partsByChoice = new Map<string, number[]>();
  const uses: number[] = [];
  const vocabulary = new Set<string>();
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
    for (const choice of part.choices) {
      size += classOf(choice)?.length ?? 1;
      const parts = partsByChoice.get(choice);
      if (parts) parts.push(number);
      else addChoice(choice, [number]);
    }
    uses[number] = size;
    return number;
  }

  function classOf(choice: string): readonly string[] | undefined {
    return choice.startsWith('<') ? classes[choice.slice(1, -1)] : undefined;
  }

  /** Puts a choice's words into the tree once, for all the parts that will offer it. */
  function addChoice(choice: string, parts: number[]): void {
    partsByChoice.set(choice, parts);
    for (const entry of classOf(choice) ?? [choice]) {
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
      if (node !== root && !node.choices.includes(parts)) node.choices.push(parts);
    }
  }

  const patterns = [...entries].map(({ phrase, payload }) => {
    const pattern = parser.parse(phrase);
    const usual = pattern.adjacent ? 0 : USUAL_GAP;
    const steps = separateWords(pattern, split).map((part) => ({
      part: numberOf(part),
      optional: part.optional,
      least: part.gap?.least ?? 0,
      most: part.gap?.most ?? usual,
    }));
    return { payload, steps, ordered: pattern.ordered };
  });

  const byPart = new Map<number, IndexedPattern<Payload>[]>();
  for (const pattern of patterns) {
    const keyStep = rarestStep(pattern.steps, uses);
    const part = pattern.steps[keyStep]?.part ?? 0;
    const list = byPart.get(part);
    if (list) list.push({ ...pattern, keyStep });
    else byPart.set(part, [{ ...pattern, keyStep }]);
  }
  return { root, byPart, byStem, vocabulary };
}

/** A word as written can be several words as read: "can't" in a phrase is "can not" in a message. */
function separateWords(pattern: Pattern, split: (word: string) => { text: string }[]): Pattern['parts'] {
  const isOneWord = ({ choices, key }: Pattern['parts'][number]) =>
    choices.length > 1 || key.startsWith('<') || isPlainWord(key);
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
