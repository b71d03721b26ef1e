const SPACE = /[ \t\n\r]*/y;
/** What JSON allows inside a string: anything but a quote, a backslash and the controls below a space. */
const PLAIN = String.raw`(?:[^"\\\p{Cc}]|[\x7f-\x9f])*`;
const ESCAPE = String.raw`\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})`;
const NUMBER = String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?`;
const SCALAR = new RegExp(`"${PLAIN}(?:${ESCAPE}${PLAIN})*"|${NUMBER}|true|false|null`, 'yu');
/** A string that the end of the text cuts off. */
const OPEN_STRING = new RegExp(`^"${PLAIN}(?:${ESCAPE}${PLAIN})*(?:\\\\(?:u[0-9a-fA-F]{0,3})?)?$`, 'u');
const STRING_START = '"';

export interface JsonFault {
  /** UTF-16 units from the beginning of the text. */
  offset: number;
  /** 1-based. */
  line: number;
  /** The text ends in the middle of a value: it was cut off. */
  truncated: boolean;
}

/**
 * Where a text stops being JSON, or undefined where it is JSON. JSON.parse itself names no position for most
 * faults, and quotes the file's content instead, which must not reach a log.
 */
export function jsonFault(text: string): JsonFault | undefined {
  const offset = faultOffset(text);
  if (offset === undefined) return undefined;
  const line = text.slice(0, offset).split('\n').length;
  const rest = text.slice(offset);
  return { offset, line, truncated: rest.trim() === '' || OPEN_STRING.test(rest) };
}

type Expecting = 'value' | 'value or ]' | 'name' | 'name or }' | 'colon' | 'comma or end';

/** Walks the tokens with a stack of open brackets instead of recursion, so that depth cannot exhaust it. */
function faultOffset(text: string): number | undefined {
  const open: ('{' | '[')[] = [];
  let expecting: Expecting = 'value';
  let at = skip(SPACE, text, 0);
  while (at < text.length) {
    const sign = text[at];
    if (expecting === 'colon') {
      if (sign !== ':') return at;
      expecting = 'value';
      at++;
    } else if (expecting === 'comma or end') {
      if (sign === ',') expecting = open.at(-1) === '{' ? 'name' : 'value';
      else if (!closes(sign, open)) return at;
      if (open.length === 0) return ended(text, at + 1);
      at++;
    } else if ((expecting === 'value or ]' || expecting === 'name or }') && closes(sign, open)) {
      if (open.length === 0) return ended(text, at + 1);
      expecting = 'comma or end';
      at++;
    } else if (expecting === 'name' || expecting === 'name or }') {
      const next: number = sign === STRING_START ? skip(SCALAR, text, at) : at;
      if (next === at) return at;
      expecting = 'colon';
      at = next;
    } else if (sign === '{' || sign === '[') {
      open.push(sign);
      expecting = sign === '{' ? 'name or }' : 'value or ]';
      at++;
    } else {
      const next: number = skip(SCALAR, text, at);
      if (next === at) return at;
      if (open.length === 0) return ended(text, next);
      expecting = 'comma or end';
      at = next;
    }
    at = skip(SPACE, text, at);
  }
  return at;
}

/** Pops the bracket that `sign` closes; false where it closes none. */
function closes(sign: string | undefined, open: ('{' | '[')[]): boolean {
  if (sign !== (open.at(-1) === '{' ? '}' : ']') || open.length === 0) return false;
  open.pop();
  return true;
}

/** After the whole value only blanks may follow. */
function ended(text: string, at: number): number | undefined {
  const end = skip(SPACE, text, at);
  return end < text.length ? end : undefined;
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
