import { readFileSync } from 'node:fs';
import { z } from 'zod';

const questionSchema = z.object({
  id: z.string(),
  question: z.string(),
  answerable: z.boolean(),
  /** The pages that answer it, any of which is right; none where the guide does not. */
  pages: z.array(z.string()),
});
export type GuideQuestion = z.infer<typeof questionSchema>;

/** Questions of a JSON Lines file; an error names the line. */
export function readQuestions(file: string): GuideQuestion[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, at) => {
      if (line.trim() === '') return [];
      const read = questionSchema.safeParse(JSON.parse(line));
      if (!read.success) throw new Error(`${file}:${at + 1}: ${z.prettifyError(read.error)}`);
      return [read.data];
    });
}
