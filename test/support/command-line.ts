import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { projectPath } from '../../knowledge/data-file.js';

export interface CommandRun {
  code: number | null;
  /** Standard output, a parsed line each. */
  answers: Record<string, unknown>[];
  errors: string;
}

export interface TextRun {
  code: number | null;
  output: string;
  errors: string;
}

type Command = ChildProcessByStdio<Writable, Readable, Readable>;

/** The built command line (`npm test` builds it first), in a process of its own with no more than these settings. */
export function startCommand(command: string[], environment: Record<string, string> = {}): Command {
  const main = projectPath('dist', 'cli', 'main.js');
  return spawn(process.execPath, [main, ...command], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** What a command wrote, once it has ended. */
export function endOf(child: Command): Promise<TextRun> {
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output, errors }));
  });
}

/** A command that is fed these lines: objects as JSON, strings as they are. */
export async function runCommand(command: string[], lines: (object | string)[]): Promise<CommandRun> {
  const child = startCommand(command);
  // A command that refuses to start closes its input early.
  child.stdin.on('error', () => undefined);
  child.stdin.end(
    lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''),
  );
  const { code, output, errors } = await endOf(child);
  try {
    const answers = output.split('\n').filter(Boolean);
    return { code, errors, answers: answers.map((line) => JSON.parse(line) as Record<string, unknown>) };
  } catch {
    throw new Error(`${command.join(' ')} wrote a line that is no JSON: ${output.slice(0, 200)}`);
  }
}

/** A command without input. */
export function runText(command: string[], environment: Record<string, string>): Promise<TextRun> {
  return endOf(startCommand(command, environment));
}
