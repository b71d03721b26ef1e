import { isUtf8 } from 'node:buffer';

/** Names that reach an object's prototype when careless code copies them. */
const forbiddenNames = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * A JSON object from bytes, or undefined where it is not one: no UTF-8, a byte order mark, a syntax error,
 * another kind of value, nested deeper than `maxDepth`, or with a name that reaches a prototype.
 * The reason is not given: a parser's message repeats the text.
 */
export function parseJsonObject(bytes: Uint8Array, maxDepth = 32): Record<string, unknown> | undefined {
  if (!isUtf8(bytes)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'));
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return isTame(value, maxDepth) ? (value as Record<string, unknown>) : undefined;
}

function isTame(value: object, depthLeft: number): boolean {
  if (depthLeft === 0) return false;
  if (Array.isArray(value)) {
    return value.every((item) => typeof item !== 'object' || item === null || isTame(item, depthLeft - 1));
  }
  for (const name of Object.keys(value)) {
    if (forbiddenNames.has(name)) return false;
    const inner = (value as Record<string, unknown>)[name];
    if (typeof inner === 'object' && inner !== null && !isTame(inner, depthLeft - 1)) return false;
  }
  return true;
}
