import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { z } from 'zod';
import type { Generation } from '../generation/generation.js';
import { hashOf } from '../generation/read-generation.js';

/** What is known of a file whose text has the hash, so that it need not be checked again. */
export type Snapshot = Omit<Generation, 'text'>;

const NEWLINE = 0x0a;
const headSchema = z.object({ file: z.string(), program: z.string(), body: z.string() });

/**
 * What was kept of this very text by this very program; undefined otherwise, also where the snapshot is damaged
 * or cannot be read: the text is then checked anew.
 */
export function readSnapshot(folder: string, path: string, hash: string): Snapshot | undefined {
  try {
    const content = readFileSync(snapshotOf(folder, path));
    const end = content.indexOf(NEWLINE);
    const head = headSchema.parse(JSON.parse(content.subarray(0, end).toString()));
    const body = content.subarray(end + 1);
    const fits = head.file === hash && head.program === programHash() && head.body === hashOf(body);
    return fits ? (deserialize(body) as Snapshot) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what is known of a generation. A folder that cannot be written to costs time at the next start, no more. */
export function writeSnapshot(folder: string, path: string, { text: _, ...snapshot }: Generation): void {
  const target = snapshotOf(folder, path);
  const fresh = `${target}.${process.pid}.${randomUUID()}`;
  const body = serialize(snapshot);
  const head = { file: snapshot.hash, program: programHash(), body: hashOf(body) };
  attempt(() => {
    mkdirSync(folder, { recursive: true });
    attempt(() => {
      writeFileSync(fresh, Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body]), { mode: 0o600 });
      renameSync(fresh, target);
    });
    rmSync(fresh, { force: true });
  });
}

function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // The next start finds nothing, or what was kept before.
  }
}

function snapshotOf(folder: string, path: string): string {
  const name = createHash('sha256').update(resolve(path)).digest('hex').slice(0, 32);
  return join(folder, `${name}.snapshot`);
}

/** Another program may check otherwise, or know more columns; another Node may read otherwise. */
function programHash(): string {
  const hash = createHash('sha256').update(process.version);
  const root = join(import.meta.dirname, '..');
  for (const folder of ['.', 'generation', 'match', 'record-index']) {
    for (const file of readdirSync(join(root, folder)).sort()) {
      if (/\.[jt]s$/.test(file)) hash.update(readFileSync(join(root, folder, file)));
    }
  }
  return hash.digest('hex');
}
