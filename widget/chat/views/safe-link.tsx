import type { ComponentChildren } from 'preact';
import { strings } from '../strings.js';
import { safeUrl } from '../text/links.js';

interface Props {
  url: string;
  class?: string;
  children: ComponentChildren;
}

/** A link to https:, tel: or mailto:; what may not be followed is shown as words. */
export function SafeLink({ url, class: name, children }: Props) {
  const href = safeUrl(url);
  if (!href) return <span>{children}</span>;
  if (!href.startsWith('https:'))
    return (
      <a class={name} href={href} dir="auto">
        {children}
      </a>
    );
  return (
    <a class={name} href={href} target="_blank" rel="noopener noreferrer" dir="auto">
      {children}
      <span class="visually-hidden"> ({strings.opensElsewhere})</span>
    </a>
  );
}
