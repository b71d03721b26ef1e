/** Reading what anybody may have sent: own properties of plain objects only, and short strings. */

/** Longer than any question's id or choice's value that we write. */
const longestToken = 2000;

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The own property, so that neither `__proto__` nor `constructor` is ever found. */
export function own(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The string under the key; undefined where it is empty, no string, or too long to be one of ours. */
export function token(value: unknown, key: string): string | undefined {
  const text = own(value, key);
  return typeof text === 'string' && text !== '' && text.length <= longestToken ? text : undefined;
}

export function list(value: unknown, most: number): unknown[] {
  return Array.isArray(value) ? value.slice(0, most) : [];
}
