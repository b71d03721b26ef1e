import { readdirSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { projectPath } from '../../knowledge/data-file.js';
import { placesOfPackages } from './place-packages.js';
import { PREPARED_FILE, packed } from './prepared-places.js';

/** Part of the build: gathers the places once, so that no start has to. */
const made = statSync(PREPARED_FILE, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const sources = [dirname(PREPARED_FILE), projectPath('services', 'places', 'data')].flatMap((folder) =>
  readdirSync(folder)
    .map((name) => `${folder}/${name}`)
    .filter((path) => path !== PREPARED_FILE),
);
const changed = [...sources, projectPath('package-lock.json')].map((path) => statSync(path).mtimeMs);
if (Math.max(...changed) >= made) await writeFile(PREPARED_FILE, packed(await placesOfPackages()));
