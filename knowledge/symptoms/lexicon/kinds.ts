/** A concept, as far as it is told of what it is a kind. */
interface Kind {
  id: string;
  kindOf?: readonly string[] | undefined;
}

/** For each concept all that it is a kind of, near and far: a fever over forty is a high fever, and so a fever. */
export function kindsAmong(concepts: readonly Kind[]): (concept: string) => readonly string[] {
  const direct = directKinds(concepts);
  const all = new Map([...direct.keys()].map((id) => [id, [...ancestors(id, direct)]]));
  return (concept) => all.get(concept) ?? none;
}

const none: readonly string[] = [];

/** Names a kind that is not there, or one that comes round to the concept itself; undefined where all is well. */
export function whatIsWrongWithKinds(concept: Kind, concepts: readonly Kind[]): string | undefined {
  const missing = concept.kindOf?.find((kind) => !concepts.some(({ id }) => id === kind));
  if (missing) return `it is said to be a kind of ${missing}, which is not in the lexicon`;
  return ancestors(concept.id, directKinds(concepts)).has(concept.id)
    ? 'by its kindOf it is a kind of itself; take one of them out'
    : undefined;
}

function directKinds(concepts: readonly Kind[]): Map<string, readonly string[]> {
  return new Map(concepts.flatMap(({ id, kindOf }) => (kindOf ? [[id, kindOf] as const] : [])));
}

function ancestors(id: string, direct: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set<string>();
  const open = [...(direct.get(id) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...(direct.get(next) ?? []));
  }
  return found;
}
