/** The link as it may be shown, or undefined: https:, tel: and mailto: only, without credentials. */
export function safeUrl(url: string): string | undefined {
  if (/^tel:/i.test(url)) return telephoneUrl(url.slice('tel:'.length));
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed) return undefined;
  if (parsed.protocol === 'mailto:') return mailUrl(parsed);
  const isPlain = parsed.protocol === 'https:' && parsed.username === '' && parsed.password === '';
  return isPlain ? parsed.href : undefined;
}

/** `tel:` for a number as shown ("1-800-222-1222"); undefined where it is none ("Text HOME to 741741"). */
export function telephoneUrl(number: string): string | undefined {
  const dialled = number.trim().replace(/[\s().\-/]/gu, '');
  return /^\+?[\d*#]{2,20}$/.test(dialled) ? `tel:${dialled}` : undefined;
}

/** As a person reads it: the number of tel:, the address of mailto:, the whole of https:. */
export function readableUrl(url: string): string {
  return /^(tel|mailto):/.test(url) ? decodeSafely(url.slice(url.indexOf(':') + 1)) : url;
}

/** One address and nothing else: a `?bcc=` in a directory would send a patient's words elsewhere. */
function mailUrl(parsed: URL): string | undefined {
  return /^[^\s,;@<>"|]+@[^\s,;@<>"|]+$/.test(parsed.pathname) ? `mailto:${parsed.pathname}` : undefined;
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
