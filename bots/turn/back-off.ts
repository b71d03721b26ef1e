const FIRST = 1000;
const LONGEST = 5 * 60 * 1000;

/**
 * How long to wait after so many failures in a row: 1 s, 2 s, 4 s … 5 minutes, less up to a half, by chance,
 * so that conversations which failed together do not come back together.
 * @param random from 0 to 1
 * @returns milliseconds
 */
export function backOff(failures: number, random: () => number): number {
  return Math.min(LONGEST, FIRST * 2 ** (failures - 1)) * (1 - random() / 2);
}
