import { emptyReport, type Report } from '../../knowledge/symptoms/report.js';

/** How long words said before agreement wait for it, in milliseconds. */
const PATIENCE = 30 * 60 * 1000;
const MOST = 10_000;

/**
 * What people said before they agreed that anything is kept: in this process's memory only, never in the
 * state or the feed, so that danger is seen at once and nobody must repeat themselves. It is gone after half
 * an hour, with the process, or when they decline.
 */
export class Withheld {
  private readonly reports = new Map<string, { report: Report; since: number }>();

  constructor(private readonly clock: () => Date) {}

  get(conversation: string): Report | undefined {
    const held = this.reports.get(conversation);
    if (!held) return undefined;
    if (this.clock().getTime() - held.since <= PATIENCE) return held.report;
    this.reports.delete(conversation);
    return undefined;
  }

  /** The report to add to: what is held, or an empty one. */
  reportFor(conversation: string): Report {
    return this.get(conversation) ?? emptyReport();
  }

  hold(conversation: string, report: Report): void {
    this.reports.delete(conversation);
    this.reports.set(conversation, { report, since: this.clock().getTime() });
    const oldest = this.reports.keys().next();
    if (this.reports.size > MOST && !oldest.done) this.reports.delete(oldest.value);
  }

  drop(conversation: string): void {
    this.reports.delete(conversation);
  }
}
