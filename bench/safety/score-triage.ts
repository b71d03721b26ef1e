import { assessText } from '../../knowledge/safety/assess-text.js';
import { type Disposition, isWorse } from '../../knowledge/safety/assessment.js';
import { type Rate, rateOf } from './rate.js';
import type { TriageCase, TriageSet } from './triage-sets.js';

export interface Miss {
  id: string;
  text: string;
  gold: TriageCase['gold'];
  called: Disposition;
  rules: string[];
}

export interface Measure {
  name: string;
  rate: Rate;
  /** What is to be reached: at least, or at most, this share. */
  goal: { atLeast: number } | { atMost: number };
}

export interface TriageScore {
  set: TriageSet;
  measures: Measure[];
  misses: Miss[];
}

interface Called extends TriageCase {
  called: Disposition;
  rules: string[];
}

export function scoreTriage(set: TriageSet): TriageScore {
  const cases = set.cases.map((each): Called => {
    const { assessment } = assessText(each.text, { ...(each.age !== undefined && { age: each.age }) });
    return { ...each, called: assessment.disposition, rules: assessment.reasons.map(({ rule }) => rule) };
  });
  return { set, measures: measuresOf(cases), misses: cases.filter(isMiss).map(missOf) };
}

/** Called worse than it is, or not as bad. */
function isMiss({ gold, called }: Called): boolean {
  return gold === 'benign' ? isWorse(called, 'clearance') : gold !== called;
}

function missOf({ id, text, gold, called, rules }: Called): Miss {
  return { id, text, gold, called, rules };
}

function measuresOf(cases: readonly Called[]): Measure[] {
  const share = (
    name: string,
    golds: readonly TriageCase['gold'][],
    isHit: (each: Called) => boolean,
    goal: Measure['goal'],
  ): Measure[] => {
    const those = cases.filter(({ gold }) => golds.includes(gold));
    return those.length > 0 ? [{ name, rate: rateOf(those.filter(isHit).length, those.length), goal }] : [];
  };
  const atLeast = (least: Disposition) => (each: Called) => !isWorse(least, each.called);
  const above = (most: Disposition) => (each: Called) => isWorse(each.called, most);
  return [
    ...share('emergencies called emergency', ['emergency'], atLeast('emergency'), { atLeast: 0.97 }),
    ...share('emergencies called at least urgent', ['emergency'], atLeast('urgent'), { atLeast: 0.99 }),
    ...share('urgent called at least urgent', ['urgent'], atLeast('urgent'), { atLeast: 0.95 }),
    ...share('clearance recognised', ['clearance'], atLeast('clearance'), { atLeast: 0.92 }),
    ...share('urgent called emergency', ['urgent'], above('urgent'), { atMost: 0.25 }),
    ...share('clearance called above clearance', ['clearance'], above('clearance'), { atMost: 0.1 }),
    ...share('ordinary called above routine', ['routine'], above('routine'), { atMost: 0.05 }),
    ...share('benign called above clearance', ['benign'], above('clearance'), { atMost: 0.1 }),
  ];
}

export function isReached({ rate, goal }: Measure): boolean {
  return 'atLeast' in goal ? rate.share >= goal.atLeast : rate.share <= goal.atMost;
}
