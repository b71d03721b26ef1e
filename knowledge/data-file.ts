import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CORE_SCHEMA, load } from 'js-yaml';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { CodedError } from './coded-error.js';

/** The folder of package.json: data is read where operators edit it, from source and from dist/ alike. */
export const projectRoot = findProjectRoot(dirname(fileURLToPath(import.meta.url)));

/** A path inside the project, for data that ships with it: `projectPath('knowledge', 'guide')`. */
export function projectPath(...segments: string[]): string {
  return join(projectRoot, ...segments);
}

/** A path as operators know it: relative to the project where it lies inside. */
export function shownPath(path: string): string {
  const inside = relative(projectRoot, path);
  return inside.startsWith('..') ? path : inside;
}

/**
 * Reads a YAML (or JSON) data file and checks it.
 * @throws CodedError DATA_FILE_UNREADABLE, DATA_FILE_SYNTAX or DATA_FILE_INVALID, naming file, line and field.
 */
export function readDataFile<T>(path: string, schema: z.ZodType<T>): T {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new CodedError('DATA_FILE_UNREADABLE', `${shownPath(path)}: cannot be read (${errorCode(cause)})`, {
      cause,
    });
  }
  return parseData(text, schema, path);
}

/** As `readDataFile`, for text already read; `firstLine` is the line of the file on which the text begins. */
export function parseData<T>(text: string, schema: z.ZodType<T>, path: string, firstLine = 1): T {
  const quick = quickly(text);
  const found = quick === undefined ? undefined : schema.safeParse(quick);
  if (found?.success) return found.data;

  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  const broken = document.errors[0];
  if (broken) {
    throw new CodedError(
      'DATA_FILE_SYNTAX',
      `${shownPath(path)}:${lineAt(broken.pos[0])}: ${broken.message.split('\n')[0]}`,
      { cause: broken },
    );
  }
  const result = schema.safeParse(document.toJS());
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const field = issue?.path.map(String).join('.') ?? '';
  const line = lineAt(nearestOffset(document, issue?.path ?? []));
  throw new CodedError(
    'DATA_FILE_INVALID',
    `${shownPath(path)}:${line}: ${field || 'the file'}: ${issue?.message ?? 'is not valid'}`,
    { cause: result.error },
  );
}

/**
 * A start reads a hundred files, which `js-yaml` does in a quarter of the time of `yaml`; that one knows where
 * a fault is, and so has the last word on whatever is not right.
 */
function quickly(text: string): unknown {
  try {
    return load(text, { schema: CORE_SCHEMA });
  } catch {
    return undefined;
  }
}

/** Where the field stands, or the closest of its parents that is there. */
function nearestOffset(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function errorCode(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason';
}

function findProjectRoot(start: string): string {
  let folder = start;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new CodedError('PROJECT_ROOT_MISSING', `no package.json above ${start}`);
    folder = parent;
  }
  return folder;
}
