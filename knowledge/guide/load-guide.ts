import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CodedError } from '../coded-error.js';
import { projectPath, shownPath } from '../data-file.js';
import { type GuidePage, PAGE_IDS } from './page.js';
import { readPage } from './parse-page.js';
import type { Passage } from './passage.js';

/** Everything the bot may say about massage and health. Treat it as read-only: it is shared. */
export interface Guide {
  /** In the order of `PAGE_IDS`. */
  pages: GuidePage[];
  /** Of all pages, in their order. */
  passages: Passage[];
  page(id: string): GuidePage | undefined;
  passage(id: string): Passage | undefined;
}

export const shippedFolder = projectPath('knowledge', 'guide', 'pages');
let shippedGuide: Guide | undefined;

/**
 * Reads the guide's pages from a folder; the shipped guide is read once.
 * @throws CodedError for the first fault, naming file and line, what is wrong and what to write.
 */
export function loadGuide(folder: string = shippedFolder): Guide {
  if (folder === shippedFolder && shippedGuide) return shippedGuide;
  const { pages, faults } = readPages(folder);
  if (faults[0]) throw faults[0];
  const guide = guideOf(pages);
  if (folder === shippedFolder) shippedGuide = guide;
  return guide;
}

/** All that keeps the pages of a folder from being read: page by page, then the pages that are missing. */
export function guideFaults(folder: string = shippedFolder): CodedError[] {
  return readPages(folder).faults;
}

function guideOf(pages: GuidePage[]): Guide {
  const passages = pages.flatMap((page) => page.passages);
  const pageById = new Map<string, GuidePage>(pages.map((page) => [page.id, page]));
  const passageById = new Map(passages.map((passage) => [passage.id, passage]));
  return {
    pages,
    passages,
    page: (id) => pageById.get(id),
    passage: (id) => passageById.get(id),
  };
}

function readPages(folder: string): { pages: GuidePage[]; faults: CodedError[] } {
  const found = new Map<string, { page: GuidePage; file: string }>();
  const faults: CodedError[] = [];
  const unread = new Set<string>();
  for (const file of markdownFiles(folder)) {
    const { page, faults: own } = readPage(readFileSync(file, 'utf8'), file);
    const twin = page && found.get(page.id);
    if (page && twin) own.push(duplicate(page.id, file, twin.file));
    else if (page && basename(file, '.md') !== page.id) own.push(misnamed(page.id, file));
    if (page && own.length === 0) found.set(page.id, { page, file });
    else {
      unread.add(basename(file, '.md'));
      if (page) unread.add(page.id);
    }
    faults.push(...own);
  }
  const pages: GuidePage[] = [];
  for (const id of PAGE_IDS) {
    const page = found.get(id)?.page;
    if (page) pages.push(page);
    else if (!unread.has(id)) faults.push(missing(id, folder));
  }
  return { pages, faults };
}

export function markdownFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => join(folder, name));
  } catch (cause) {
    throw new CodedError('GUIDE_FOLDER', `${shownPath(folder)}: the guide's folder cannot be read`, {
      cause,
    });
  }
}

function duplicate(id: string, file: string, first: string): CodedError {
  return new CodedError(
    'GUIDE_DUPLICATE_PAGE',
    `${shownPath(file)}:1: the id "${id}" belongs to ${basename(first)} already; give this page its own id or remove it`,
  );
}

function misnamed(id: string, file: string): CodedError {
  return new CodedError(
    'GUIDE_FILE_NAME',
    `${shownPath(file)}:1: holds the page "${id}"; name the file ${id}.md, or correct the id`,
  );
}

function missing(id: string, folder: string): CodedError {
  return new CodedError(
    'GUIDE_PAGE_MISSING',
    `${shownPath(join(folder, `${id}.md`))}:1: the page "${id}" is missing; write it, beginning with --- and id: ${id}`,
  );
}
