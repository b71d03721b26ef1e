import { shownPath } from '../../../knowledge/data-file.js';
import type { ImportSummary } from '../../../services/therapists/import/import-therapists.js';
import type { FaultyRow } from '../../../services/therapists/import/imported-row.js';

export interface ImportCircumstances {
  file: string;
  /** The first rejected rows. */
  told: readonly FaultyRow[];
  unread: readonly string[];
  rejectedPath: string;
  dryRun: boolean;
}

/** What an import did, for a person at a terminal. */
export function importSummary(
  { added, changed, unchanged, rejected, elsewhere, passedOver }: ImportSummary,
  { file, told, unread, rejectedPath, dryRun }: ImportCircumstances,
): string {
  const verb = dryRun ? 'would be' : 'were';
  const more = rejected - told.length;
  return [
    `${shownPath(file)}${dryRun ? ' (dry run: nothing was changed)' : ''}`,
    `  ${count(added)} ${verb} added, ${count(changed)} changed; ${count(unchanged)} are there already as they are`,
    elsewhere > 0 && `  ${count(elsewhere)} are of another state`,
    passedOver > 0 && `  ${count(passedOver)} rows are of other professions, organisations or deactivated`,
    unread.length > 0 && `  not read, as no such columns are known: ${unread.map(shownName).join(', ')}`,
    rejected > 0 && `  ${count(rejected)} rejected, all of them in ${shownPath(rejectedPath)}:`,
    ...told.map(({ line, reason }) => `    line ${line}: ${reason}`),
    more > 0 && `    and ${count(more)} more`,
  ]
    .filter((line) => line !== false)
    .map((line) => `${line}\n`)
    .join('');
}

function count(number: number): string {
  return number.toLocaleString('en');
}

/** The file's own word, on one line and without anything that a terminal would obey. */
function shownName(name: string): string {
  return `"${name.replace(/\p{C}/gu, ' ').slice(0, 40)}"`;
}
