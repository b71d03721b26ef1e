/*
 * Why not the `yaml` package alone: all word lists are read before the first message, and of 33 files with 243 KB it
 * takes 423 to 547 ms of a start where this reader takes 31 to 53 ms (three cold runs each, Node 20, two shared
 * cores). A test holds every file that ships, and anything generated, equal to what `yaml` reads.
 */

/** What plain YAML can hold. */
export type PlainValue = string | number | PlainValue[] | { [key: string]: PlainValue };

interface Line {
  indent: number;
  text: string;
}

/** Thrown within this file where a text is not plain YAML; nobody else sees it. */
const notPlain = new Error('not plain');

const KEY = /^(?:(\p{L}[\p{L}\d_ /-]*?)|'((?:[^']|'')*)'|"([^"\\]*)"):(?: +(.*))?$/u;
const NUMBER = /^(?:0|-?[1-9]\d*)$/;
const SPECIAL = /^(?:[-?:,[\]{}#&*!|>'"%@`]|\.|\+|\d|(?:true|false|null|~)$)/i;
/** Begins with digits and is still no number: "2 weeks ago", "6h". */
const COUNTED = /^\d+(?:[ |]|[a-df-z](?!\d))/i;

/**
 * Reads the part of YAML that our word lists are written in: block maps, block lists, lists in brackets, plain and
 * quoted one-line words, whole numbers, comments on lines of their own.
 * @returns undefined for an empty text and for anything beyond that part, whether or not it is YAML
 */
export function parsePlainYaml(text: string): PlainValue | undefined {
  try {
    const lines = linesOf(text);
    const first = lines[0];
    if (!first) return undefined;
    if (first.text.startsWith('[')) return lines.length === 1 ? bracketed(first.text) : undefined;
    const reader = new Reader(lines);
    const value = reader.block(first.indent);
    return reader.atEnd ? value : undefined;
  } catch (error) {
    if (error === notPlain) return undefined;
    throw error;
  }
}

/** The lines that carry something; a list in brackets over several lines becomes one. */
function linesOf(text: string): Line[] {
  if (/[\t\r]/.test(text)) throw notPlain;
  const lines: Line[] = [];
  let open: Line | undefined;
  for (const raw of text.split('\n')) {
    const content = raw.trim();
    if (content === '' || content.startsWith('#')) continue;
    if (open) open.text += ` ${content}`;
    else {
      open = { indent: raw.length - raw.trimStart().length, text: content };
      lines.push(open);
    }
    if (!/(?:^|: +|^- )\[/.test(open.text) || content.endsWith(']')) open = undefined;
  }
  return lines;
}

class Reader {
  #at = 0;

  constructor(readonly lines: Line[]) {}

  get atEnd(): boolean {
    return this.#at >= this.lines.length;
  }

  block(indent: number): PlainValue {
    return this.lines[this.#at]?.text.startsWith('- ') ? this.#list(indent) : this.#map(indent);
  }

  #list(indent: number): PlainValue[] {
    const items: PlainValue[] = [];
    for (let line = this.lines[this.#at]; line?.indent === indent; line = this.lines[this.#at]) {
      if (!line.text.startsWith('- ')) throw notPlain;
      const rest = line.text.slice(2).trimStart();
      if (KEY.test(rest)) {
        // A map in a list begins on the line of its dash.
        line.indent += line.text.length - rest.length;
        line.text = rest;
        items.push(this.#map(line.indent));
      } else {
        this.#at++;
        items.push(value(rest));
      }
    }
    this.#refuseDeeper(indent);
    return items;
  }

  #map(indent: number): PlainValue {
    const entries = new Map<string, PlainValue>();
    for (let line = this.lines[this.#at]; line?.indent === indent; line = this.lines[this.#at]) {
      const found = KEY.exec(line.text);
      const key = found?.[1] ?? found?.[2]?.replaceAll("''", "'") ?? found?.[3];
      if (!found || key === undefined || entries.has(key) || SPECIAL.test(found[1] ?? 'word')) throw notPlain;
      this.#at++;
      entries.set(key, found[4] === undefined ? this.#below(indent) : value(found[4]));
    }
    this.#refuseDeeper(indent);
    return Object.fromEntries(entries);
  }

  /** A block under a key: deeper, or a list at the key's own depth. */
  #below(indent: number): PlainValue {
    const next = this.lines[this.#at];
    if (!next || next.indent < indent || (next.indent === indent && !next.text.startsWith('- ')))
      throw notPlain;
    if (next.text.startsWith('[')) {
      this.#at++;
      return bracketed(next.text);
    }
    return this.block(next.indent);
  }

  #refuseDeeper(indent: number): void {
    if ((this.lines[this.#at]?.indent ?? 0) > indent) throw notPlain;
  }
}

function value(text: string): PlainValue {
  if (text.startsWith('[')) return bracketed(text);
  return scalar(text);
}

const ITEM = /\s*(?:'((?:[^']|'')*)'|"([^"\\]*)"|([^'"[\]{},#:\s][^"[\]{},#:]*))\s*(,|$)/y;

function bracketed(text: string): PlainValue[] {
  if (!text.endsWith(']')) throw notPlain;
  const inner = text.slice(1, -1).trim();
  const items: PlainValue[] = [];
  ITEM.lastIndex = 0;
  while (ITEM.lastIndex < inner.length) {
    const found = ITEM.exec(inner);
    if (!found) throw notPlain;
    items.push(found[1]?.replaceAll("''", "'") ?? found[2] ?? plain((found[3] ?? '').trim()));
  }
  return items;
}

function scalar(text: string): PlainValue {
  const quoted = /^(?:'((?:[^']|'')*)'|"([^"\\]*)")$/.exec(text);
  if (quoted) return quoted[1]?.replaceAll("''", "'") ?? quoted[2] ?? '';
  if (/: |:$| #/.test(text)) throw notPlain;
  return plain(text);
}

function plain(text: string): string | number {
  if (NUMBER.test(text)) return Number(text);
  if (text === '' || (SPECIAL.test(text) && (!COUNTED.test(text) || /^0[xo]/i.test(text)))) throw notPlain;
  return text;
}
