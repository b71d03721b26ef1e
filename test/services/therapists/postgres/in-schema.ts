import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { need } from '../../../support/needs.js';

/** Addresses of empty directories in a database, for the suite that calls it; skips it where there is none. */
export function inSchemas(): {
  newUrl(): Promise<string>;
  query(url: string, text: string): Promise<unknown[]>;
} {
  let database = '';
  const schemas: string[] = [];
  before(function () {
    database = need(this, 'postgres');
  });
  after(() => query(database, schemas.map((name) => `DROP SCHEMA IF EXISTS ${name} CASCADE`).join('; ')));
  return {
    async newUrl() {
      const schema = `test_${randomUUID().replaceAll('-', '')}`;
      schemas.push(schema);
      await query(database, `CREATE SCHEMA ${schema}`);
      const url = new URL(database);
      url.searchParams.set('options', `-c search_path=${schema}`);
      return url.href;
    },
    query,
  };
}

async function query(url: string, text: string): Promise<unknown[]> {
  if (url === '' || text === '') return [];
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(text);
    return rows;
  } finally {
    await client.end();
  }
}
