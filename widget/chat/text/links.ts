/** The address as it may be followed, or undefined: https:, tel: and mailto: only, without credentials. */
export function safeUrl(url: string): string | undefined {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return undefined;
  }
  if (parsed.protocol === 'tel:') return telephoneUrl(parsed.pathname);
  if (parsed.protocol === 'mailto:') {
    // One address and nothing else: a `?bcc=` would send a patient's words elsewhere.
    return /^[^\s,;@<>"|]+@[^\s,;@<>"|]+$/.test(parsed.pathname) ? `mailto:${parsed.pathname}` : undefined;
  }
  const isPlain = parsed.protocol === 'https:' && parsed.username === '' && parsed.password === '';
  return isPlain ? parsed.href : undefined;
}

/** `tel:` for a number as shown ("1-800-222-1222"); undefined where it is none ("Text HOME to 741741"). */
export function telephoneUrl(number: string): string | undefined {
  const dialled = number.trim().replace(/[\s().\-/]/g, '');
  return /^\+?[\d*#]{2,20}$/.test(dialled) ? `tel:${dialled}` : undefined;
}

export interface TextPart {
  text: string;
  url?: string;
}

/** A source's words, with its DOI and https addresses as links: "…, 2024, doi 10.1002/x". */
export function linkParts(source: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of source.matchAll(/\b(?:doi[:\s]\s*)?(10\.\d{4,9}\/[^\s,;<>"]+)|https:\/\/[^\s<>"]+/gi)) {
    const shown = match[0].replace(/[.,;:)\]]+$/, '');
    const doi = match[1]?.replace(/[.,;:)\]]+$/, '');
    const url = safeUrl(doi ? `https://doi.org/${encodeURI(doi)}` : shown);
    if (!url) continue;
    if (match.index > end) parts.push({ text: source.slice(end, match.index) });
    parts.push({ text: shown, url });
    end = match.index + shown.length;
  }
  if (end < source.length) parts.push({ text: source.slice(end) });
  return parts;
}
