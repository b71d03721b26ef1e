/**
 * Remembers what was made for a key, where making takes a hundred times as long as looking it up: Intl's formats,
 * the words of a phrase file. Beyond `most` keys it starts anew, as some keys come from clients. Never for what a
 * patient typed: it would stay in memory.
 */
export function remembered<T>(make: (...key: string[]) => T, most = 200): (...key: string[]) => T {
  const known = new Map<string, T>();
  return (...key) => {
    const name = key.length === 1 ? (key[0] as string) : key.join('\n');
    const before = known.get(name);
    if (before !== undefined) return before;
    if (known.size >= most) known.clear();
    const made = make(...key);
    known.set(name, made);
    return made;
  };
}
