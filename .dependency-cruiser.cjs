// Who may import whom: docs/design.md, "The house".
/** @param {string} name @param {string} comment @param {object} from @param {object} to */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** Ports and records, and the pure files that put a record into words. */
const ports =
  'conversations/conversation-store|therapists/(directory|therapist|specialties|wishes|describe)|places/places';

module.exports = {
  forbidden: [
    forbid('no-cycles', 'A cycle hides which of two files the other serves.', {}, { circular: true }),
    forbid(
      'knowledge-stands-alone',
      'knowledge/ imports nothing of ours: a port it needs stands in it.',
      { path: '^knowledge/' },
      { path: '^(bots|dialogs|services|widget|cli|index\\.ts)' },
    ),
    forbid(
      'knowledge-knows-no-bot',
      'knowledge/ must outlive the Bot Framework.',
      { path: '^knowledge/' },
      { path: 'node_modules/(botbuilder|botframework|restify)' },
    ),
    forbid(
      'services-know-no-conversation',
      'services/ import types and ports from knowledge/ only.',
      { path: '^services/' },
      { path: '^(bots|dialogs|widget|cli|index\\.ts)' },
    ),
    forbid(
      'dialogs-see-ports-only',
      'dialogs/ reach the outside world through the ports of services/, never through an adapter.',
      { path: '^dialogs/' },
      {
        path: '^(bots|widget|cli|index\\.ts|services/)',
        pathNot: `^services/(${ports})\\.ts$`,
      },
    ),
    forbid(
      'bots-see-ports-only',
      'bots/ reach the outside world through the ports of services/, never through an adapter.',
      { path: '^bots/' },
      {
        path: '^(widget|cli|index\\.ts|services/)',
        pathNot: `^services/(${ports}|telemetry/log)\\.ts$`,
      },
    ),
    forbid(
      'widget-knows-views-only',
      'widget/ runs in a browser; of the rest it sees the types of what can be shown.',
      { path: '^widget/' },
      {
        path: '^(bots|dialogs|knowledge|services|cli|index\\.ts)',
        pathNot: '^dialogs/views/view\\.ts$',
      },
    ),
    forbid(
      'environment-is-read-once',
      'Only index.ts and cli/ compose; nothing imports them.',
      { pathNot: '^(cli/|index\\.ts|test/|bench/)' },
      { path: '^(cli/|index\\.ts)' },
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
};
