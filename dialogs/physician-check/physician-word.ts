import { z } from 'zod';
import { projectPath, readDataFile } from '../../knowledge/data-file.js';
import { plainYesNo } from '../choices/plain-yes-no.js';
import type { PhysicianWord } from '../record/record.js';

const wordsSchema = z.strictObject({
  physicians: z.array(z.string().min(1)),
  agrees: z.array(z.string().min(1)),
  advised_against: z.array(z.string().min(1)),
  not_yet: z.array(z.string().min(1)),
});

const words = readDataFile(projectPath('dialogs', 'physician-check', 'physician-words.yaml'), wordsSchema);

/**
 * What a patient reports of their physician, in answer to the question whether one agrees: "yes", "my GP said
 * it's fine", "she advised against it", "seeing him on Monday". Anything doubtful is not yet an agreement.
 */
export function readPhysicianWord(text: string): PhysicianWord['answer'] | undefined {
  const said = text.toLowerCase().replace(/[’]/g, "'");
  if (words.advised_against.some((phrase) => said.includes(phrase))) return 'advised_against';
  if (words.not_yet.some((phrase) => said.includes(phrase))) return 'not_yet';
  if (words.agrees.some((phrase) => said.includes(phrase))) return 'agrees';
  const answer = plainYesNo(text);
  if (answer === 'yes') return 'agrees';
  return answer === 'no' ? 'not_yet' : undefined;
}

/** The same without being asked: only where a physician is named together with what they said. */
export function readVolunteeredWord(text: string): PhysicianWord['answer'] | undefined {
  const said = text.toLowerCase();
  if (!words.physicians.some((name) => new RegExp(`\\b${name}\\b`).test(said))) return undefined;
  if (words.advised_against.some((phrase) => said.includes(phrase))) return 'advised_against';
  if (words.not_yet.some((phrase) => said.includes(phrase))) return undefined;
  return words.agrees.some((phrase) => said.includes(phrase)) ? 'agrees' : undefined;
}
