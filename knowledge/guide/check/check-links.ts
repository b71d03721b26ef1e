import { PAGE_IDS } from '../page.js';
import type { ReportFault } from '../report-fault.js';

const LINK = /!?\[[^\]]*\]\(([^)\s]*)[^)]*\)/g;

/**
 * Links lead to a page of the guide (`first-session`, `first-session#will-it-hurt`) or to a secure address.
 * @param hasSection whether the guide has a section, by its id; a page that could not be read has them all
 */
export function checkLinks(
  lines: readonly string[],
  hasSection: (id: string) => boolean,
  report: ReportFault,
): void {
  lines.forEach((line, at) => {
    for (const [, target = ''] of line.matchAll(LINK)) {
      const fault = faultOf(target, hasSection);
      if (fault) report('GUIDE_LINK', at + 1, `the link to "${target}" ${fault}`);
    }
  });
}

function faultOf(target: string, hasSection: (id: string) => boolean): string | undefined {
  if (/^https:\/\/[^/]+/.test(target)) return undefined;
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return 'is not secure; write an address that begins with https://';
  const [page = ''] = target.replace(/\.md(?=#|$)/, '').split('#');
  if (!PAGE_IDS.some((id) => id === page))
    return `leads nowhere; write a page's id, as in (first-session), or an address that begins with https://`;
  if (target.includes('#') && !hasSection(target.replace('.md#', '#')))
    return `names a section that the page ${page} does not have`;
  return undefined;
}
