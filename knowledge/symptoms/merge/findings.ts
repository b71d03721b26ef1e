import type { Reading } from '../reading.js';
import type { Finding } from '../report.js';

/**
 * Findings with those of a message. What is there now stays, whatever is said later, but for a correction that
 * names the same concept: "no wait, I don't have numbness". The same statement again is kept once.
 */
export function withFindings(known: readonly Finding[], { findings, correction }: Reading): Finding[] {
  const list = [...known];
  for (const finding of findings) {
    const same = list.findIndex((other) => isSameStatement(other, finding));
    if (same >= 0) {
      list[same] = finding;
      continue;
    }
    const others = list.filter(
      (other) => other.concept === finding.concept && other.experiencer === finding.experiencer,
    );
    if (correction && finding.temporality === 'current') {
      for (const other of others) list.splice(list.indexOf(other), 1);
    } else if (isHere(finding)) {
      // It is there now: an earlier "no" is out of date.
      for (const other of others) if (other.status === 'absent') list.splice(list.indexOf(other), 1);
    } else if (finding.status === 'absent' && others.some(isHere)) continue;
    list.push(finding);
  }
  return list;
}

function isHere(finding: Finding): boolean {
  return finding.status !== 'absent' && finding.temporality === 'current';
}

function isSameStatement(a: Finding, b: Finding): boolean {
  return (
    a.concept === b.concept &&
    a.status === b.status &&
    a.temporality === b.temporality &&
    a.experiencer === b.experiencer
  );
}
