import type restify from 'restify';
import type { Log } from '../telemetry/log.js';
import { answer } from './answer.js';
import { addRoute } from './server.js';

/** What must be in order before the bot can take turns, by name: `{ store: () => true, knowledge: () => … }`. */
export type Readiness = Record<string, () => boolean | Promise<boolean>>;

/** `GET /healthz`: the process lives. `GET /readyz`: it can take turns; 503 with the names of what is missing. */
export function addHealthRoutes(
  server: restify.Server,
  { readiness, isStopping, log }: { readiness: Readiness; isStopping: () => boolean; log: Log },
): void {
  addRoute(server, 'get', '/healthz', (_request, response) => answer(response, 200, { alive: true }), log);
  addRoute(
    server,
    'get',
    '/readyz',
    async (_request, response) => {
      const missing = isStopping() ? ['stopping'] : await missingParts(readiness);
      answer(response, missing.length === 0 ? 200 : 503, { ready: missing.length === 0, missing });
    },
    log,
  );
}

/** A check that fails or throws counts as missing. */
async function missingParts(readiness: Readiness): Promise<string[]> {
  const checks = Object.entries(readiness).map(async ([name, check]) => {
    try {
      return (await check()) ? [] : [name];
    } catch {
      return [name];
    }
  });
  return (await Promise.all(checks)).flat();
}
