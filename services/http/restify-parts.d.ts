/**
 * What `restify.createServer` puts together. Its index also loads all of its plugins, body parsers included, which
 * nothing here uses and which are a twentieth of every start.
 */
declare module 'restify/lib/server.js' {
  import type restify from 'restify';

  const Server: new (options: { name: string; log: unknown; router: unknown }) => restify.Server;
  export = Server;
}

declare module 'restify/lib/router.js' {
  const Router: new (options: { log: unknown }) => unknown;
  export = Router;
}
