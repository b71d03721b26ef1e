import { openLowdbDirectory } from '../../services/therapists/lowdb/lowdb-directory.js';
import { makeTherapist } from '../services/therapists/make-therapist.js';

/**
 * Adds therapists to a directory file one by one, and tells of each once it is on disk: "t0", "t1" … Where the
 * disk refuses, it says why and what it finds then.
 */
const file = process.argv[2] as string;
const padding = 'x'.repeat(Number(process.argv[3] ?? 100));
const directory = await openLowdbDirectory(file);
for (let number = 0; ; number++) {
  try {
    await directory.upsert([makeTherapist(`t${number}`, { reviews: [{ rating: 5, text: padding }] })]);
    process.stdout.write(`t${number}\n`);
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? error.message : error}\n`);
    process.stdout.write(`${await directory.size()} are found\n`);
    break;
  }
}
