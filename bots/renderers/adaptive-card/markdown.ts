/** Marks anywhere in the text that clients read as emphasis, code or a link. */
const inlineMarks = /[\\*_`[\]~]/g;
/** Only where a tag, an entity or a picture could begin: "pain <3" and "B & B" stay as they are. */
const tagStarts = /<(?=[a-z/!?])/gi;
const entityStarts = /&(?=#?\w{1,32};)/g;
/** At the start of a line: headings, quotes, lists and rules. */
const lineMarks = /^(\s*)([#>+\-=|])/gm;
const numberedLines = /^(\s*\d{1,9})([.)])(?=\s)/gm;

/** Text that a client's Markdown shows as it is. What needs no mark gets none, for clients without Markdown. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(inlineMarks, '\\$&')
    .replace(tagStarts, '\\<')
    .replace(entityStarts, '\\&')
    .replace(lineMarks, '$1\\$2')
    .replace(numberedLines, '$1\\$2');
}
