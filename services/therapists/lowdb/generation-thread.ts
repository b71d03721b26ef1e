import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { CodedError } from '../../../knowledge/coded-error.js';
import type { Generation } from '../generation/generation.js';
import { nextGeneration } from '../generation/next-generation.js';
import { hashOf, readGeneration } from '../generation/read-generation.js';
import { errnoOf } from './errno.js';
import type { ThreadAnswer, ThreadTask } from './in-thread.js';
import { readSnapshot, writeSnapshot } from './snapshot.js';

// What runs in the thread that `inThread` starts: one task, one answer.

const task = workerData as ThreadTask;
parentPort?.postMessage(await answer());

async function answer(): Promise<ThreadAnswer> {
  try {
    const generation = task.kind === 'read' ? await read(task.path, task.snapshots) : next(task);
    return { generation };
  } catch (error) {
    const coded = error instanceof CodedError;
    const code = coded ? error.code : errnoOf(error);
    return { error: { code, coded, message: error instanceof Error ? error.message : String(error) } };
  }
}

async function read(path: string, snapshots: string | undefined): Promise<Generation> {
  const text = sharedFile(path);
  const known = snapshots === undefined ? undefined : readSnapshot(snapshots, path, hashOf(text));
  if (known) return shared({ text, ...known });
  return kept(await readGeneration(text, path), path, snapshots);
}

function next({ standing, changes, path, snapshots }: ThreadTask & { kind: 'next' }): Generation {
  return kept(nextGeneration(standing, changes, path), path, snapshots);
}

function kept(generation: Generation, path: string, snapshots: string | undefined): Generation {
  if (snapshots !== undefined) writeSnapshot(snapshots, path, generation);
  return shared(generation);
}

function sharedFile(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(new SharedArrayBuffer(fstatSync(file).size));
    let at = 0;
    while (at < bytes.length) {
      const read = readSync(file, bytes, at, bytes.length - at, at);
      if (read === 0) return bytes.subarray(0, at);
      at += read;
    }
    return bytes;
  } finally {
    closeSync(file);
  }
}

/** The same with every array in memory that threads share. */
function shared<T>(value: T): T {
  if (ArrayBuffer.isView(value)) return sharedArray(value as unknown as Uint8Array) as unknown as T;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shared(part)])) as T;
}

function sharedArray<T extends Uint8Array | Uint32Array | Float64Array>(array: T): T {
  if (array.buffer instanceof SharedArrayBuffer) return array;
  const Kind = array.constructor as new (buffer: SharedArrayBuffer) => T;
  const copy = new Kind(new SharedArrayBuffer(array.byteLength));
  copy.set(array);
  return copy;
}
