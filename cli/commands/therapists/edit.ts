import { createPlaces } from '../../../services/places/create-places.js';
import { readAssignments } from '../../../services/therapists/edit/assignments.js';
import { addTherapist, editTherapist } from '../../../services/therapists/edit/edit-therapist.js';
import { existingOwnDirectory, ownDirectory } from './directories.js';
import { existing } from './existing.js';
import { described } from './show.js';

/** Adds a therapist, and shows what was made of it. */
export async function add(words: string[]): Promise<void> {
  const assigned = readAssignments(words);
  const directory = await ownDirectory();
  process.stdout.write(described(await addTherapist(assigned, { directory, ...surroundings() })));
}

/** Changes a therapist, and shows what came of it. */
export async function edit(id: string, words: string[]): Promise<void> {
  const assigned = readAssignments(words);
  const directory = await existingOwnDirectory();
  const standing = await existing(directory, id);
  process.stdout.write(described(await editTherapist(standing, assigned, { directory, ...surroundings() })));
}

function surroundings() {
  return { places: createPlaces(), now: new Date() };
}
