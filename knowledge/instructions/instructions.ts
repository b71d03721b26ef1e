import { z } from 'zod';
import { projectPath, readDataFile } from '../data-file.js';

const schema = z.strictObject({
  patterns: z
    .array(
      z
        .string()
        .min(1)
        .transform((pattern) => new RegExp(pattern, 'u')),
    )
    .min(1),
});
const FILE = projectPath('knowledge', 'instructions', 'instructions.yaml');

/** Placeholders of templates and tags of markup: nothing that a person says. Bounded, so that time stays linear. */
const MARKUP = /\{\{[^{}]{0,200}\}\}|\$\{[^{}]{0,200}\}|<\/?[a-z][^<>]{0,200}>/giu;
const SENTENCE = /[^.!?\n]+[.!?\n]*/gu;
/** Nobody asks at greater length; the rest is not looked through. */
const LONGEST = 16_000;
/** A sentence is looked at in its first characters, where what it is shows. */
const LONGEST_SENTENCE = 400;

let patterns: readonly RegExp[] | undefined;

/** A text without the sentences that talk to a program, so that they change neither ranking nor answer. */
export function withoutInstructions(text: string): string {
  const sentences = text.slice(0, LONGEST).replace(MARKUP, ' ').match(SENTENCE) ?? [];
  // The last sentence of a text that is cut off may be half of anything.
  const whole = text.length > LONGEST && sentences.length > 1 ? sentences.slice(0, -1) : sentences;
  return whole.filter((sentence) => !instructs(sentence)).join('');
}

/** The first sentence that talks to a program; undefined where there is none. */
export function instructionIn(text: string): string | undefined {
  return (text.match(SENTENCE) ?? []).find(instructs)?.trim();
}

function instructs(sentence: string): boolean {
  patterns ??= readDataFile(FILE, schema).patterns;
  const plain = sentence.slice(0, LONGEST_SENTENCE).toLowerCase().replace(/\s+/gu, ' ').trim();
  return patterns.some((pattern) => pattern.test(plain));
}
