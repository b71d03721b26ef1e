import type { Ports } from './ports.js';

/** Longer than the slowest turn: the bot's model is given up before. */
const patience = 20_000;

export type Answer =
  | { kind: 'answered'; status: number; body: unknown; retryAfter?: number }
  /** No answer, or none in time: it may have taken effect. */
  | { kind: 'unreachable' };

/** Never throws. `retryAfter` in milliseconds. */
export async function request(
  ports: Ports,
  method: 'GET' | 'POST',
  url: string,
  { token, body, keepalive }: { token?: string; body?: unknown; keepalive?: boolean } = {},
): Promise<Answer> {
  const abort = new AbortController();
  const stop = ports.after(patience, () => abort.abort());
  try {
    const response = await ports.fetch(url, {
      method,
      signal: abort.signal,
      cache: 'no-store',
      credentials: 'omit',
      // What was just sent arrives even if the person goes to another page.
      ...(keepalive && { keepalive }),
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    return {
      kind: 'answered',
      status: response.status,
      body: await response.json().catch(() => undefined),
      ...(seconds >= 0 && { retryAfter: Math.min(seconds, 120) * 1000 }),
    };
  } catch {
    return { kind: 'unreachable' };
  } finally {
    stop();
  }
}

/** The server may say otherwise in a moment. */
export function isPassing(answer: Answer): boolean {
  return answer.kind === 'unreachable' || answer.status >= 500 || [408, 425, 429].includes(answer.status);
}

/** The token is no longer good, or the conversation is gone: start anew. */
export function isGone(answer: Answer): boolean {
  return answer.kind === 'answered' && [401, 403, 404].includes(answer.status);
}
