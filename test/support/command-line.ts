import { spawn } from 'node:child_process';
import { projectPath } from '../../knowledge/data-file.js';

export interface CommandRun {
  code: number | null;
  /** Standard output, a parsed line each. */
  answers: Record<string, unknown>[];
  errors: string;
}

/** The built command line (`npm test` builds it first), fed these lines: objects as JSON, strings as they are. */
export function runCommand(command: string[], lines: (object | string)[]): Promise<CommandRun> {
  const child = spawn(process.execPath, [projectPath('dist', 'cli', 'main.js'), ...command], {
    env: { PATH: process.env.PATH },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk;
  });
  // A command that refuses to start closes its input early.
  child.stdin.on('error', () => undefined);
  child.stdin.end(
    lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''),
  );
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      const answers = output.split('\n').filter(Boolean);
      try {
        resolve({
          code,
          errors,
          answers: answers.map((line) => JSON.parse(line) as Record<string, unknown>),
        });
      } catch {
        reject(new Error(`${command.join(' ')} wrote a line that is no JSON: ${output.slice(0, 200)}`));
      }
    });
  });
}
