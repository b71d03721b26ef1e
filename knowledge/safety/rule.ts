import { z } from 'zod';
import { DISPOSITIONS } from './assessment.js';
import { conditionSchema } from './condition.js';

const snakeCase = z.string().regex(/^[a-z][a-z0-9_]*$/, 'is written in snake_case');

/** How a rule stands in knowledge/safety/rules/*.yaml. */
export const ruleSchema = z
  .strictObject({
    id: snakeCase,
    /** In a patient's words; completes "You told me about …". */
    label: z.string().min(3),
    /** Left out where the rule only adds a caution. */
    disposition: z.enum(DISPOSITIONS).exclude(['routine']).optional(),
    /** Keys of sources.yaml; `consensus` where only a weak source was seen. */
    source: z.union([snakeCase, z.array(snakeCase).nonempty()]),
    when: conditionSchema,
    action: z.enum(['crisis_line', 'poison_control', 'domestic_violence_line']).optional(),
    /** The steps of advice.yaml to show when this rule leads. */
    advice: snakeCase.optional(),
    /** What a therapist must do or leave when this rule holds. */
    caution: z
      .strictObject({ scope: z.enum(['absolute', 'local', 'adapt']), label: z.string().min(3) })
      .optional(),
    /** Concepts of questions.yaml that would complete or raise this rule. */
    ask: z.array(snakeCase).nonempty().optional(),
    /** When to ask them; left out: whenever one yes would complete a rule that something else has begun. */
    askWhen: conditionSchema.optional(),
    /** A vague alarm: where it holds, the first of `ask` is asked at once, and not only in the checklist. */
    askAtOnce: conditionSchema.optional(),
    /** Completes "I ask because …". */
    why: z.string().min(3).optional(),
  })
  .refine((rule) => rule.disposition || rule.caution, 'a rule needs a disposition, a caution or both')
  .refine((rule) => !rule.ask || rule.why, 'a rule that asks says why')
  .refine((rule) => !rule.askAtOnce || rule.ask, 'a rule that asks at once names what it asks');
export type Rule = z.infer<typeof ruleSchema>;

export const rulesFileSchema = z.array(ruleSchema).nonempty();

/** A yes-or-no question about one concept, asked by any rule that names it. */
const questionWordingSchema = z.strictObject({
  concept: snakeCase,
  /** A full question: "Is the calf also warm or red?" */
  text: z.string().endsWith('?', 'a question ends with a question mark'),
  /** Short, for a tick list: "The calf is warm or red". */
  label: z.string().min(3).max(90),
});
export type QuestionWording = z.infer<typeof questionWordingSchema>;
export const questionsFileSchema = z.array(questionWordingSchema).nonempty();
