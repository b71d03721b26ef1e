import type { EditableDirectory } from './editable-directory.js';
import { directoryOfGenerations } from './generation/directory-of-generations.js';
import { emptyGeneration, nextGeneration } from './generation/next-generation.js';
import { oneAtATime } from './one-at-a-time.js';
import type { Therapist } from './therapist.js';

/** The directory held in memory. Ids must be unique; `now` decides which licences have expired. */
export function memoryDirectory(
  initial: readonly Therapist[],
  { now = () => new Date() }: { now?: () => Date } = {},
): EditableDirectory {
  const path = 'the directory in memory';
  const added = initial.map((therapist) => JSON.stringify(therapist));
  let current = nextGeneration(emptyGeneration(), { altered: new Map(), added }, path);
  const inTurn = oneAtATime();
  return directoryOfGenerations(
    {
      current: async () => current,
      change: (decide) =>
        inTurn(async () => {
          const changes = await decide(current);
          if (changes) current = nextGeneration(current, changes, path);
        }),
      close: async () => undefined,
    },
    now,
  );
}
