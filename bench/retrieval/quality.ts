/** How many hits are judged. */
export const DEPTH = 10;

/**
 * nDCG@10 with linear gain; what nobody judged counts as wrong (Järvelin and Kekäläinen, 2002).
 * Undefined where no document is relevant: such a query tells nothing.
 */
export function ndcg(hits: readonly string[], grades: ReadonlyMap<string, number>): number | undefined {
  const ideal = gain([...grades.values()].sort((a, b) => b - a));
  return ideal > 0 ? gain(hits.map((hit) => grades.get(hit) ?? 0)) / ideal : undefined;
}

function gain(grades: readonly number[]): number {
  return grades.slice(0, DEPTH).reduce((sum, grade, rank) => sum + grade / Math.log2(rank + 2), 0);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
}

/** The value below which a share of them lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
