import { CodedError } from '../../../knowledge/coded-error.js';
import { type Column, columnNamed, sheet } from '../columns/columns.js';

/**
 * What somebody wrote to be changed: "phone=617-555-0142", by the names that columns have in a sheet. An empty
 * text empties the field.
 * @throws CodedError COLUMN_UNKNOWN, ASSIGNMENT_INVALID
 */
export function readAssignments(words: readonly string[]): Map<Column, string> {
  const assigned = new Map<Column, string>();
  for (const word of words) {
    const at = word.indexOf('=');
    if (at < 1) throw new CodedError('ASSIGNMENT_INVALID', 'write column=text, such as phone=617-555-0142');
    const name = word.slice(0, at);
    const column = columnNamed(name);
    if (!column) {
      const known = sheet.columns.map((one) => one.column).join(', ');
      throw new CodedError('COLUMN_UNKNOWN', `there is no such column; known are: ${known}`);
    }
    if (assigned.has(column))
      throw new CodedError('ASSIGNMENT_INVALID', `${column.column} is given twice; give it once`);
    assigned.set(column, word.slice(at + 1));
  }
  return assigned;
}
