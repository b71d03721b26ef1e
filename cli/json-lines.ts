import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import { CodedError } from '../knowledge/coded-error.js';

const idSchema = z.object({ id: z.union([z.string(), z.number()]) });

/**
 * A batch command: one JSON object in a line, one out for each in, in order. A line that cannot be read or
 * answered gives `{id, error}`, with `id` null where there is none.
 * @returns whether every line was answered.
 */
export async function answerJsonLines<Request extends { id: string | number }>(
  schema: z.ZodType<Request>,
  answer: (request: Request) => Promise<object> | object,
  input: Readable = process.stdin,
  output: Writable = process.stdout,
): Promise<boolean> {
  let good = true;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const result = await answerLine(line, schema, answer);
    good &&= result.good;
    if (!output.write(`${JSON.stringify(result.body)}\n`))
      await new Promise((resolve) => output.once('drain', resolve));
  }
  return good;
}

async function answerLine<Request>(
  line: string,
  schema: z.ZodType<Request>,
  answer: (request: Request) => Promise<object> | object,
): Promise<{ good: boolean; body: object }> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { good: false, body: { id: null, error: 'not a JSON object in one line' } };
  }
  const id = idSchema.safeParse(value).data?.id ?? null;
  const request = schema.safeParse(value);
  if (!request.success) return { good: false, body: { id, error: faultOf(request.error) } };
  try {
    return { good: true, body: await answer(request.data) };
  } catch (error) {
    const shown = error instanceof CodedError ? error.message : 'this line could not be answered';
    return { good: false, body: { id, error: shown } };
  }
}

function faultOf(error: z.ZodError): string {
  const issue = error.issues[0];
  const field = issue?.path.map(String).join('.');
  return field ? `${field}: ${issue?.message}` : (issue?.message ?? 'not valid');
}
