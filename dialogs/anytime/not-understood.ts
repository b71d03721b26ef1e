import { say } from '../phrases/phrases.js';
import { reportInWords } from '../record/describe.js';
import type { Turn } from '../turn/turn.js';

/** Never a dead end: what was understood so far, and what the patient can do. */
export async function sayNotUnderstood(turn: Turn): Promise<void> {
  const known = turn.record.agreedAt ? reportInWords(turn.record.report) : [];
  const parts = [
    say('anytime.not_understood'),
    ...(known.length > 0 ? [say('anytime.understood_so_far', { facts: known.join('; ') })] : []),
    say('anytime.can_do'),
  ];
  await turn.show({ kind: 'message', text: parts.join(' ') });
}
