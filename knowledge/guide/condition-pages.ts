import type { Region, Report } from '../symptoms/report.js';
import type { PageId } from './page.js';
import { type Fit, loadTopics } from './topics.js';

export interface PagesForReport {
  /** What matters first: in the order of the complaints, then conditions and goals, then general pages. */
  pages: PageId[];
  /** False where nothing in the report has a page of its own. */
  specific: boolean;
  /** Regions the patient complains of that no page in the list speaks of, so that the bot can say so. */
  uncovered: Region[];
}

/** The guide's pages that speak to a report; general pages stand in for whatever has none of its own. */
export function pagesFor(report: Report): PagesForReport {
  const { topics, general } = loadTopics();
  const regions = report.complaints.map((complaint) => complaint.region);
  const covered = new Set<Region>();
  const matches = topics.flatMap(({ page, when }) => {
    const fits = when.filter((fit) => fitsReport(fit, report, regions));
    if (fits.length === 0) return [];
    const named = new Set(fits.flatMap((fit) => [...(fit.region ?? []), ...(fit.alsoRegion ?? [])]));
    for (const region of named) covered.add(region);
    const first = regions.findIndex((region) => named.has(region));
    return [{ page, rank: first < 0 ? regions.length : first }];
  });
  const own = matches.sort((a, b) => a.rank - b.rank).map((match) => match.page);
  const uncovered = [...new Set(regions)].filter((region) => !covered.has(region));
  const needsGeneral = own.length === 0 || uncovered.length > 0;
  return {
    pages: needsGeneral ? [...own, ...general.filter((page) => !own.includes(page))] : own,
    specific: own.length > 0,
    uncovered,
  };
}

function fitsReport(fit: Fit, report: Report, regions: Region[]): boolean {
  const current = report.findings
    .filter(
      ({ status, experiencer, temporality }) =>
        status === 'present' && experiencer === 'patient' && temporality === 'current',
    )
    .map((finding) => finding.concept);
  return (
    anyOf(fit.region, (region) => regions.includes(region)) &&
    anyOf(fit.alsoRegion, (region) => regions.includes(region)) &&
    anyOf(fit.condition, (phrase) => report.conditions.some((condition) => speaksOf(condition, phrase))) &&
    anyOf(fit.finding, (phrase) => current.some((concept) => speaksOf(concept, phrase))) &&
    anyOf(fit.goal, (phrase) => report.goals.some((goal) => speaksOf(goal, phrase))) &&
    (fit.minimumAge === undefined || (report.age !== undefined && report.age >= fit.minimumAge))
  );
}

/** Asks nothing where there is no list. */
function anyOf<T>(list: T[] | undefined, fits: (member: T) => boolean): boolean {
  return list === undefined || list.some(fits);
}

/** Each word of the phrase begins some word of the text: "knee osteoarth", "osteoarthritis of the knee". */
function speaksOf(text: string, phrase: string): boolean {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return phrase.split(' ').every((start) => words.some((word) => word.startsWith(start)));
}
