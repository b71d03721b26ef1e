/**
 * The numbers of the `k` documents with the highest scores above 0, best first; equal scores in the order of `ranks`.
 * A heap of `k` with the worst of them on top: most documents are turned away by one comparison.
 */
export function bestDocuments(scores: Float32Array, ranks: Uint32Array, k: number): number[] {
  const size = Math.min(Math.max(0, Math.floor(k)), scores.length);
  if (size === 0) return [];
  const heap: number[] = [];
  const isWorse = (a: number, b: number) => {
    const difference = (scores[a] ?? 0) - (scores[b] ?? 0);
    return difference < 0 || (difference === 0 && (ranks[a] ?? 0) > (ranks[b] ?? 0));
  };
  for (let document = 0; document < scores.length; document++) {
    if (!((scores[document] ?? 0) > 0)) continue;
    if (heap.length < size) {
      heap.push(document);
      rise(heap, isWorse);
    } else if (isWorse(heap[0] ?? 0, document)) {
      heap[0] = document;
      sink(heap, isWorse);
    }
  }
  return heap.sort((a, b) => (isWorse(a, b) ? 1 : -1));
}

type Order = (a: number, b: number) => boolean;

function rise(heap: number[], isWorse: Order): void {
  let at = heap.length - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!isWorse(heap[at] ?? 0, heap[parent] ?? 0)) return;
    swap(heap, at, parent);
    at = parent;
  }
}

function sink(heap: number[], isWorse: Order): void {
  let at = 0;
  for (;;) {
    let worst = at;
    for (const child of [2 * at + 1, 2 * at + 2]) {
      if (child < heap.length && isWorse(heap[child] ?? 0, heap[worst] ?? 0)) worst = child;
    }
    if (worst === at) return;
    swap(heap, at, worst);
    at = worst;
  }
}

function swap(heap: number[], a: number, b: number): void {
  const kept = heap[a] ?? 0;
  heap[a] = heap[b] ?? 0;
  heap[b] = kept;
}
