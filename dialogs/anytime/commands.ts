import { z } from 'zod';
import { projectPath, readDataFile } from '../../knowledge/data-file.js';

const COMMANDS = [
  'help',
  'why',
  'back',
  'start_over',
  'delete',
  'stop',
  'skip',
  'thanks',
  'summary',
  'hello',
  'helpful',
  'not_helpful',
] as const;
export type Command = (typeof COMMANDS)[number];

const wordings = readDataFile(
  projectPath('dialogs', 'anytime', 'commands.yaml'),
  z.record(z.enum(COMMANDS), z.array(z.string().min(1)).min(1)),
);

const commandOf = new Map(
  COMMANDS.flatMap((command) => wordings[command].map((wording) => [plain(wording), command] as const)),
);

/** The command that a message is, where it is nothing else. */
export function readCommand(text: string): Command | undefined {
  return commandOf.get(plain(text));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’]/g, "'")
    .replace(/[^\p{L}\p{N}' ]+/gu, ' ')
    .replace(/\bplease\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
