const RANGE = 2 ** 40;

/**
 * The version of a conversation's first commit; later ones count up from it. It begins anywhere, so that a
 * conversation that was erased and began anew does not pass through the versions of its former life.
 */
export function firstVersion(): number {
  return 1 + Math.floor(Math.random() * RANGE);
}
