import { parseArgs } from 'node:util';
import { benchDatabase } from './directory/in-database.js';
import { benchFile } from './directory/in-file.js';

/**
 * The therapist directory: 50,000 records in a file, beside a look at every record, and a million in PostgreSQL,
 * where an address is given. In the database it makes two schemas of its own, and removes them. All is made up.
 *
 *   npm run bench:directory [-- --database postgres://user@host/name] [--therapists 1000000]
 */
const { values } = parseArgs({
  options: { database: { type: 'string' }, therapists: { type: 'string', default: '1000000' } },
});
await benchFile();
if (values.database) await benchDatabase(values.database, Number(values.therapists));
else console.log('PostgreSQL was passed over: no --database was given');
