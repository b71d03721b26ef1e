import { type Advice, loadAdvice } from './advice-file.js';
import type { Assessment } from './assessment.js';
import { loadRules } from './load-rules.js';

const MOST_STEPS = 6;
/** Two steps that begin with so many of the same words say the same. */
const SAME_WORDS = 4;

/**
 * What to do now, in order. The gravest rule with advice of its own gives the title and the first steps;
 * a second one of the same gravity adds its steps; the steps for the disposition fill up.
 */
export function adviceFor(assessment: Assessment): Advice {
  const all = loadAdvice();
  const byRule = new Map(loadRules().rules.map((rule) => [rule.id, rule.advice]));
  const names = assessment.reasons
    .filter((reason) => reason.disposition === assessment.disposition)
    .flatMap((reason) => byRule.get(reason.rule) ?? []);
  const specific = [...new Set(names)].slice(0, 2).flatMap((name) => all[name] ?? []);
  const usual = all[assessment.disposition];
  const particular = [...new Set(specific.flatMap((advice) => advice.steps))];
  const further = (usual?.steps ?? []).filter((step) => !particular.some((said) => says(said, step)));
  return {
    title: specific[0]?.title ?? usual?.title ?? '',
    steps: [...particular, ...further].slice(0, MOST_STEPS),
  };
}

/** "Sit down. Do not drive yourself." says "Do not drive yourself."; "Call … now and say …" says "Call … now". */
function says(said: string, step: string): boolean {
  const beginning = (text: string) => text.toLowerCase().split(/\W+/).slice(0, SAME_WORDS).join(' ');
  return said.split(/(?<=\.)\s/).some((sentence) => beginning(sentence) === beginning(step));
}
