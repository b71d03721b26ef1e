import { z } from 'zod';
import { projectPath, readDataFile } from '../../knowledge/data-file.js';

export const QUESTION_IDS = [
  'complaint',
  'where',
  'side',
  'time_and_severity',
  'time',
  'severity',
  'triggers',
  'age',
  'pregnancy',
  'conditions',
  'medications',
] as const;
export type QuestionId = (typeof QUESTION_IDS)[number];

const wordingSchema = z.strictObject({
  self: z.string().min(1),
  child: z.string().min(1),
  other: z.string().min(1),
});

const questionSchema = z.strictObject({
  id: z.enum(QUESTION_IDS),
  mandatory: z.boolean().default(false),
  text: wordingSchema,
  /** Put where the first answer could not be used. */
  again: z.string().min(1),
  /** Completes "I ask because …". */
  why: z.string().min(1),
  choices: z.array(z.string()).optional(),
});
export type Question = z.infer<typeof questionSchema>;

const questionFileSchema = z
  .array(questionSchema)
  .refine((list) => QUESTION_IDS.every((id) => list.some((question) => question.id === id)), {
    message: `must hold each of ${QUESTION_IDS.join(', ')}`,
  });

export const questions: ReadonlyMap<QuestionId, Question> = new Map(
  readDataFile(projectPath('dialogs', 'symptoms', 'questions.yaml'), questionFileSchema).map((question) => [
    question.id,
    question,
  ]),
);

export function question(id: QuestionId): Question {
  const found = questions.get(id);
  if (!found) throw new Error(`no question ${id}`);
  return found;
}
