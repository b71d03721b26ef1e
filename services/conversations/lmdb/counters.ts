import { randomUUID } from 'node:crypto';
import type { TurnCommit } from '../conversation-store.js';
import type { Tables } from './tables.js';

/** The entries that a turn adds to the counters. */
export function movesOf(counts: TurnCommit['counts'] = {}): { key: [string, string]; by: string }[] {
  return Object.entries(counts).map(([name, by]) => ({ key: [name, randomUUID()], by: String(by) }));
}

export function sumsOf({ counts }: Pick<Tables, 'counts'>): Map<string, number> {
  const sums = new Map<string, number>();
  for (const {
    key: [name],
    value,
  } of counts.getRange({})) {
    sums.set(name, (sums.get(name) ?? 0) + Number(value));
  }
  return sums;
}
