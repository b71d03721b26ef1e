import { join } from 'node:path';
import { z } from 'zod';
import { projectPath, readDataFile } from '../data-file.js';

const adviceSchema = z.strictObject({ title: z.string().min(3), steps: z.array(z.string().min(3)).min(1) });
const adviceFileSchema = z
  .object({
    emergency: adviceSchema,
    urgent: adviceSchema,
    clearance: adviceSchema,
    routine: adviceSchema,
  })
  .catchall(adviceSchema);

export interface Advice {
  title: string;
  /** In the order in which to do them. */
  steps: string[];
}

let loaded: Record<string, Advice> | undefined;

/** Advice by name: one for each disposition, and those that rules ask for. Read once. */
export function loadAdvice(): Record<string, Advice> {
  loaded ??= readAdvice(projectPath('knowledge', 'safety'));
  return loaded;
}

export function readAdvice(folder: string): Record<string, Advice> {
  return readDataFile(join(folder, 'advice.yaml'), adviceFileSchema);
}
