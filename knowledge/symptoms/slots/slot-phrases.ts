import { z } from 'zod';
import { projectPath, readDataFile } from '../../data-file.js';
import { REGIONS, type Region } from '../report.js';

export const phrases = z.array(z.coerce.string().min(1));
const conditionsSchema = z.strictObject({ lasting: phrases, passing: phrases });

let regions: Record<Region, string[]> | undefined;
let conditions: z.infer<typeof conditionsSchema> | undefined;

/** What the body regions are called, read once. */
export function regionPhrases(): Record<Region, string[]> {
  regions ??= readDataFile(slotFile('regions'), z.record(z.enum(REGIONS), phrases));
  return regions;
}

/** What conditions are called, read once: those that last, and those that pass. */
export function conditionPhrases(): z.infer<typeof conditionsSchema> {
  conditions ??= readDataFile(slotFile('conditions'), conditionsSchema);
  return conditions;
}

export function slotFile(name: string): string {
  return projectPath('knowledge', 'symptoms', 'slots', `${name}.yaml`);
}
