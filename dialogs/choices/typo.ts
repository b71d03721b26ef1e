const shortestWordWithTypos = 5;

/**
 * Whether two words are the same but for one slip of the finger: a letter too many, too few, wrong, or two
 * swapped. Short words and first letters must be right: "nose" is no "none", "atypical" is no "typical".
 */
function isTypoOf(typed: string, meant: string): boolean {
  if (typed === meant) return true;
  if (typed.length < shortestWordWithTypos || meant.length < shortestWordWithTypos) return false;
  if (typed[0] !== meant[0] || /\d/.test(typed + meant)) return false;
  const start = commonStart(typed, meant);
  const rest = typed.slice(start);
  const wanted = meant.slice(start);
  const swapped = rest[0] === wanted[1] && rest[1] === wanted[0] && rest.slice(2) === wanted.slice(2);
  return swapped || rest.slice(1) === wanted.slice(1) || rest.slice(1) === wanted || rest === wanted.slice(1);
}

export function areTyposOf(typed: readonly string[], meant: readonly string[]): boolean {
  return (
    typed.length > 0 &&
    typed.length === meant.length &&
    typed.every((word, at) => isTypoOf(word, meant[at] ?? ''))
  );
}

function commonStart(left: string, right: string): number {
  let length = 0;
  while (length < left.length && left[length] === right[length]) length++;
  return length;
}
