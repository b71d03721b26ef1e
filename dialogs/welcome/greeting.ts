import { say } from '../phrases/phrases.js';
import type { Turn } from '../turn/turn.js';

/** What this is, that it is no doctor, what to do in an emergency, what is kept. */
export async function greet(turn: Turn): Promise<void> {
  const parts = [
    say('welcome.greeting'),
    say('welcome.emergency', { numbers: turn.numbers }),
    say('welcome.kept', { days: turn.services.retentionDays }),
  ];
  await turn.show({ kind: 'message', text: parts.join('\n\n') });
}
