import type { AIMessageChunk } from '@langchain/core/messages';

/** Ways to ask for an answer of a given form in OpenAI's protocol. */
export type Method = 'jsonSchema' | 'functionCalling' | 'jsonMode';

/** What some models put around JSON. */
const FENCE = /^\s*```(?:json)?|```\s*$/g;

/** Named in every request that asks for a form. */
export const FORM_NAME = 'answer';

/**
 * What a request says besides its messages. LangChain's own structured output gives a streamed answer as objects that
 * may lack their end, and does not tell one that was cut off from one that is whole: hence the text itself is read here.
 */
export function formOptions(method: Method, schema: Record<string, unknown>): Record<string, unknown> {
  switch (method) {
    case 'jsonSchema':
      return { response_format: { type: 'json_schema', json_schema: { name: FORM_NAME, schema } } };
    case 'functionCalling':
      return {
        tools: [{ type: 'function', function: { name: FORM_NAME, parameters: schema } }],
        tool_choice: { type: 'function', function: { name: FORM_NAME } },
      };
    case 'jsonMode':
      return { response_format: { type: 'json_object' } };
  }
}

/**
 * Hands on the JSON of an answer as it comes.
 * @returns the whole of it, parsed; undefined where nothing came, as from an endpoint that does not stream
 * @throws SyntaxError where it is no JSON or was cut off
 */
export async function readReply(
  chunks: AsyncIterable<AIMessageChunk>,
  onPiece: (piece: string) => void,
): Promise<unknown> {
  let text: string | undefined;
  for await (const chunk of chunks) {
    const piece = pieceOf(chunk);
    text = (text ?? '') + piece;
    if (piece !== '') onPiece(piece);
  }
  return text === undefined ? undefined : JSON.parse(text.replace(FENCE, ''));
}

/** A model that was given a tool answers in its arguments. */
function pieceOf({ content, tool_call_chunks: calls = [] }: AIMessageChunk): string {
  const first = calls.find(({ index }) => (index ?? 0) === 0);
  return first?.args ?? (typeof content === 'string' ? content : '');
}
