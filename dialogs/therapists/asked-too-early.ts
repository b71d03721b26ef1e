import type { DialogContext } from 'botbuilder-dialogs';
import { z } from 'zod';
import { projectPath, readDataFile } from '../../knowledge/data-file.js';
import type { Turn } from '../turn/turn.js';

const wordings = readDataFile(
  projectPath('dialogs', 'therapists', 'asked-too-early.yaml'),
  z.array(z.string().min(1)).min(1),
);

/** The message asks for therapists. */
export function asksForTherapists(text: string): boolean {
  const said = text.toLowerCase();
  return (
    wordings.some((wording) => said.includes(wording)) &&
    !/^(what|why|how|do|does|is|are|can|should)\b(?!.*\b(find|show|get) me\b)/.test(said)
  );
}

/** What has to come before the therapists, where the conversation stands. */
export async function sayWhatComesFirst(turn: Turn, dc: DialogContext): Promise<void> {
  const phase = dc.activeDialog?.id;
  if (phase === 'urgent') await turn.say('therapists.clinician_first');
  else if (phase === 'physician_check') await turn.say('therapists.physician_first');
  else await turn.say('therapists.questions_first');
}
