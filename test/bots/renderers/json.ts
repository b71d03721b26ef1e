/** Every value under one of the keys, however deep. */
export function valuesUnder(value: unknown, keys: readonly string[]): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(keys.includes(key) ? [inner] : []),
    ...valuesUnder(inner, keys),
  ]);
}
