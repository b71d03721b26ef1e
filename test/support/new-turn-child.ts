import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A process as `turn-child.ts` says: it loads its code at once, and touches the store when told the folder. */
export function newTurnChild(): ChildProcessWithoutNullStreams {
  const script = fileURLToPath(new URL('turn-child.ts', import.meta.url));
  return spawn(process.execPath, ['--import', 'tsx', script]);
}
