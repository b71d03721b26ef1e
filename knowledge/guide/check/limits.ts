import { z } from 'zod';
import { projectPath, readDataFile } from '../../data-file.js';

const words = z.array(z.string().min(1)).min(1);

const limitsSchema = z.strictObject({
  mostWords: z.int().positive(),
  leastWords: z.int().positive(),
  pageGrade: z.number().positive(),
  sectionGrade: z.number().positive(),
  reviewDays: z.int().positive(),
  claims: words,
  weakSources: words,
});

/** What a page is measured by. */
export interface Limits extends Omit<z.infer<typeof limitsSchema>, 'claims' | 'weakSources'> {
  claim: RegExp;
  weakSource: RegExp;
}

let shipped: Limits | undefined;

/** The limits of limits.yaml, read once. @throws CodedError where the file is wrong. */
export function checkLimits(): Limits {
  if (!shipped) {
    const { claims, weakSources, ...numbers } = readDataFile(
      projectPath('knowledge', 'guide', 'check', 'limits.yaml'),
      limitsSchema,
    );
    shipped = {
      ...numbers,
      claim: new RegExp(`\\b(?:${claims.join('|')})\\b`, 'i'),
      weakSource: new RegExp(weakSources.join('|'), 'i'),
    };
  }
  return shipped;
}
