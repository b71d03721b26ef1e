/**
 * A row of CSV (RFC 4180). A text that a spreadsheet would run as a formula gets an apostrophe in front, which
 * `readCell` takes off again.
 */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(text: string): string {
  const runs = /^(?:'*[=+\-@]|[\t\r])/.test(text) && !/^-?\d+(\.\d+)?$/.test(text);
  const safe = runs ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
