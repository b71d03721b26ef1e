import { type Advice, loadAdvice } from './advice-file.js';
import type { Assessment } from './assessment.js';
import { loadRules } from './load-rules.js';

const MOST_STEPS = 6;

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
  const steps = [...specific, ...(usual ? [usual] : [])].flatMap((advice) => advice.steps);
  return {
    title: specific[0]?.title ?? usual?.title ?? '',
    steps: [...new Set(steps)].slice(0, MOST_STEPS),
  };
}
