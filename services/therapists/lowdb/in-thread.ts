import { Worker } from 'node:worker_threads';
import { CodedError } from '../../../knowledge/coded-error.js';
import type { Changes } from '../generation/changes.js';
import type { Generation } from '../generation/generation.js';

export type ThreadTask =
  | { kind: 'read'; path: string; snapshots: string | undefined }
  | {
      kind: 'next';
      standing: Generation;
      changes: Changes;
      path: string;
      snapshots: string | undefined;
    };

export type ThreadAnswer =
  | { generation: Generation }
  | { error: { code: string; message: string; coded: boolean } };

const SCRIPT = new URL('./generation-thread.js', import.meta.url);

/** Does the task in a thread of its own. What comes back lies in memory that both share: nothing is copied. */
export async function inThread(task: ThreadTask): Promise<Generation> {
  const worker = newThread(task);
  try {
    const answer = await new Promise<ThreadAnswer>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) =>
        reject(new Error(`the thread ended with code ${code} before it answered`)),
      );
    });
    if ('generation' in answer) return answer.generation;
    const { code, message, coded } = answer.error;
    throw coded ? new CodedError(code, message) : Object.assign(new Error(message), { code });
  } finally {
    await worker.terminate();
  }
}

/** From the sources, as tests and benchmarks run them, a thread must be taught TypeScript first. */
function newThread(workerData: ThreadTask): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(SCRIPT, { workerData });
  const script = JSON.stringify(SCRIPT.href);
  const taught = `import('tsx/esm/api').then(({ register }) => { register(); return import(${script}); })`;
  return new Worker(taught, { eval: true, workerData });
}
