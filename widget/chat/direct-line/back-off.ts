/**
 * How long to wait before the nth try again (from 0), in milliseconds: twice as long each time, somewhere between
 * half of it and the whole, so that ten thousand widgets do not come back in the same moment.
 */
export function backOff(tries: number, random: number, first = 1000, longest = 30_000): number {
  const whole = Math.min(first * 2 ** Math.min(tries, 16), longest);
  return Math.round(whole * (0.5 + random / 2));
}
