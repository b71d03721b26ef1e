/**
 * Remembers what was made for a key. Intl's formats take a hundred times as long to make as to use. Keys hold
 * locales, which come from clients: beyond `most` it starts anew.
 */
export function remembered<T>(make: (...key: string[]) => T, most = 200): (...key: string[]) => T {
  const known = new Map<string, T>();
  return (...key) => {
    const name = key.join('\n');
    const before = known.get(name);
    if (before !== undefined) return before;
    if (known.size >= most) known.clear();
    const made = make(...key);
    known.set(name, made);
    return made;
  };
}
