import { say } from '../phrases/phrases.js';
import type { Turn } from '../turn/turn.js';
import type { Citation } from '../views/view.js';
import { citation } from './citation.js';

/** "source 2", "[2]", "open 2", "show me passage 2": a bare number answers the open question and is none of these. */
const ASKED =
  /^(?:(?:please )?(?:open|show|read|see)(?: me)?(?: the)? )?(?:(?:source|passage|citation|reference|footnote)(?: number| no)? )?(\[)?(\d{1,2})(\])?[.!?]?$/;

/** The number of the source that a message asks to see, if it asks for nothing else. */
export function readSourceRequest(text: string): number | undefined {
  const said = text.trim().toLowerCase().replace(/\s+/g, ' ');
  const [whole, open, number, close] = ASKED.exec(said) ?? [];
  if (whole === undefined || /^\d+[.!?]?$/.test(said) || (open === undefined) !== (close === undefined))
    return undefined;
  return Number(number);
}

/** Remembers which passages the numbers of an answer stand for, where the person agreed that anything is kept. */
export function rememberSources(turn: Turn, citations: readonly Citation[]): void {
  if (turn.record.agreedAt) turn.record.sources = citations.map(({ passage }) => passage);
}

/** Shows the passage behind a number of the last answer, or says that there is none. */
export async function openSource(turn: Turn, number: number): Promise<void> {
  const passage = turn.services.guide.passage(turn.record.sources?.[number - 1] ?? '');
  if (!passage) return turn.say('anytime.no_such_source');
  const { title, heading, text, sources } = citation(passage, number - 1);
  const origin = sources.length > 0 ? [say('anytime.passage_rests_on', { sources: sources.join('; ') })] : [];
  await turn.show({ kind: 'message', text: [`${title}: ${heading}`, text, ...origin].join('\n\n') });
}
