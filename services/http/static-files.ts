import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerError } from './answer.js';

/** A file under a path of its own; nothing else of the disk can be reached. */
export interface StaticFile {
  path: string;
  /** Absolute. Beside it may lie `.br` and `.gz` twins, made when it was built. */
  file: string;
  contentType: string;
  /** Security headers that differ from the strictest ones, such as who may frame or load it. */
  headers?: Record<string, string>;
}

/** Best first. */
const codings = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
  { name: 'identity', ending: '' },
] as const;

interface Variant {
  bytes: Buffer;
  etag: string;
}

const strictest = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/**
 * Answers GET for one file: compressed where the client takes it, 304 where it has it. Files are read once. A path
 * that carries `?v=…` names its content, so that the answer may be kept for good; any other is asked for anew.
 */
export function serveFile({ file, contentType, headers }: StaticFile) {
  const variants = new Map<string, Promise<Variant | undefined>>();
  const variant = (ending: string) => {
    const known = variants.get(ending) ?? read(file + ending);
    variants.set(ending, known);
    return known;
  };
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const accepted = acceptedCodings(request.headers['accept-encoding']);
    for (const { name, ending } of codings) {
      if (!accepted.has(name)) continue;
      const found = await variant(ending);
      if (!found) continue;
      const isNamed = /[?&]v=/.test(request.url ?? '');
      const isKnown = request.headers['if-none-match'] === found.etag;
      response.writeHead(isKnown ? 304 : 200, {
        ...strictest,
        ...headers,
        'content-type': contentType,
        'cache-control': isNamed ? 'public, max-age=31536000, immutable' : 'no-cache',
        vary: 'accept-encoding',
        etag: found.etag,
        ...(name === 'identity' ? {} : { 'content-encoding': name }),
        ...(isKnown ? {} : { 'content-length': found.bytes.length }),
      });
      response.end(isKnown ? undefined : found.bytes);
      return;
    }
    answerError(response, 404);
  };
}

/** What the client takes; `identity` always, as nothing here is worth a 406. */
function acceptedCodings(header: string | string[] | undefined): ReadonlySet<string> {
  const accepted = new Set(['identity']);
  for (const part of String(header ?? '').split(',')) {
    const [name = '', ...parameters] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    const isRefused = parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
    if (!isRefused) accepted.add(name);
  }
  return accepted;
}

async function read(path: string): Promise<Variant | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) return undefined;
  return { bytes, etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` };
}
