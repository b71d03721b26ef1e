/** A share of cases, with the 95 % interval of Wilson (J Am Stat Assoc 1927), which holds for few cases and near 0 and 1. */
export interface Rate {
  hits: number;
  of: number;
  share: number;
  low: number;
  high: number;
}

const Z = 1.959964;

/** Of no cases nothing is known: the interval is everything. */
export function rateOf(hits: number, of: number): Rate {
  if (of === 0) return { hits, of, share: Number.NaN, low: 0, high: 1 };
  const share = hits / of;
  const weight = 1 + Z ** 2 / of;
  const centre = (share + Z ** 2 / (2 * of)) / weight;
  const half = (Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2))) / weight;
  return { hits, of, share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** "323 of 323, 100 % (98.8 to 100)" */
export function inWords({ hits, of, share, low, high }: Rate): string {
  if (of === 0) return 'no cases';
  return `${hits} of ${of}, ${percent(share)} % (${percent(low)} to ${percent(high)})`;
}

export function percent(share: number): string {
  const text = (share * 100).toFixed(1);
  return text.replace(/\.0$/, '');
}
