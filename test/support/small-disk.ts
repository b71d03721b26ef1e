import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { projectPath } from '../../knowledge/data-file.js';

export interface SmallDisk {
  /** Runs the built command line with no more room than the disk has. */
  run(command: string[], environment: Record<string, string>): SpawnSyncReturns<string>;
  release(): void;
}

const KILOBYTES = 300;

/** A folder with room for 300 KB: a disk of that size where one may be mounted, else a limit on each file. */
export function smallDisk(folder: string): SmallDisk {
  mkdirSync(folder);
  const mounted =
    spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${KILOBYTES}k`, 'tmpfs', folder]).status === 0;
  // In blocks of 512 bytes.
  const limit = mounted ? '' : `ulimit -f ${KILOBYTES * 2} && `;
  return {
    run: (command, environment) =>
      spawnSync(
        'sh',
        ['-c', `${limit}exec "$0" "$@"`, process.execPath, projectPath('dist', 'cli', 'main.js'), ...command],
        { env: { PATH: process.env.PATH, ...environment }, encoding: 'utf8' },
      ),
    release: () => {
      if (mounted) spawnSync('umount', [folder]);
    },
  };
}
