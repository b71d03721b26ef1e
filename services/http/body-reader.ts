import type { IncomingMessage } from 'node:http';
import { parseJsonObject } from './json-object.js';

export interface BodyLimits {
  /** Counted on the wire; no compression is taken. */
  maxBytes: number;
  /** From now until the last byte. */
  deadlineMs: number;
  maxDepth: number;
}

export const bodyLimits: BodyLimits = { maxBytes: 256 * 1024, deadlineMs: 10_000, maxDepth: 32 };

export type JsonBody =
  /** `raw`: the very bytes, for a signature over them. */
  | { kind: 'read'; body: Record<string, unknown>; raw: Buffer }
  /** `complete`: the body was read to its end, so that the connection can stay open. */
  | { kind: 'refused'; status: 400 | 408 | 413 | 415; complete: boolean }
  /** The client went away; there is no one to answer. */
  | { kind: 'gone' };

/** Reads a request's JSON object: uncompressed, of content type application/json, within the limits. */
export async function readJsonBody(request: IncomingMessage, limits = bodyLimits): Promise<JsonBody> {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') return refused(415);
  if (!isJson(request.headers['content-type'])) return refused(415);
  if (Number(request.headers['content-length'] ?? 0) > limits.maxBytes) return refused(413);
  const raw = await readBytes(request, limits);
  if (raw === 'gone') return { kind: 'gone' };
  if (raw === 'late') return refused(408);
  if (raw === 'large') return refused(413);
  const body = parseJsonObject(raw, limits.maxDepth);
  return body ? { kind: 'read', body, raw } : { kind: 'refused', status: 400, complete: true };
}

function refused(status: 400 | 408 | 413 | 415): JsonBody {
  return { kind: 'refused', status, complete: false };
}

function isJson(contentType: string | undefined): boolean {
  return /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i.test(contentType ?? '');
}

function readBytes(
  request: IncomingMessage,
  { maxBytes, deadlineMs }: BodyLimits,
): Promise<Buffer | 'large' | 'late' | 'gone'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const settle = (result: Buffer | 'large' | 'late' | 'gone') => {
      clearTimeout(timer);
      request.off('data', take).off('end', finish).off('close', leave).off('error', leave);
      if (typeof result === 'string') request.pause();
      resolve(result);
    };
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) settle('large');
      else chunks.push(chunk);
    };
    const finish = () => settle(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size));
    const leave = () => settle('gone');
    const timer = setTimeout(() => settle('late'), deadlineMs);
    request.on('data', take).once('end', finish).once('close', leave).once('error', leave);
  });
}
