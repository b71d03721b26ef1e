/** Look-alikes: mrkdwn has no way to write a mark that is not one. */
const lookAlikes: Record<string, string> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };

/** Slack's own escaping: without it `<!channel>` in a text would call everybody. */
export function escapeSlack(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** Text within mrkdwn, shown as it is: no emphasis, quote, mention, link or emoji code comes of it. */
export function mrkdwnText(text: string): string {
  const withoutQuotes = text.replace(/^(\s*)>+/gm, '$1›');
  const withoutMarks = withoutQuotes.replace(/[*_~`]/g, (mark) => lookAlikes[mark] ?? mark);
  return escapeSlack(withoutMarks.replace(/:(?=[\w+-]{1,50}:)/g, '꞉'));
}

export function bold(text: string): string {
  // Emphasis ends at a line break, and at nothing it must not stand next to a space.
  const bare = mrkdwnText(text).replace(/\s+/g, ' ').trim();
  return bare === '' ? '' : `*${bare}*`;
}

/** @param url must have passed `safeUrl` or `telephoneUrl`. */
export function mrkdwnLink(label: string, url: string): string {
  const target = url.replace(/\|/g, '%7C').replace(/</g, '%3C').replace(/>/g, '%3E').replace(/&/g, '&amp;');
  return `<${target}|${mrkdwnText(label).replace(/\|/g, '¦').replace(/\s+/g, ' ')}>`;
}
