import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { projectPath, projectRoot } from '../knowledge/data-file.js';
import { startServerProcess } from './support/server-process.js';

/** The built server is started for real: `npm test` builds it first. */
describe('Starting the server', function () {
  this.timeout(60_000);
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'guide-start-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function start(settings: Record<string, string>, root = projectRoot) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist', 'index.js')], {
      env: {
        PATH: process.env.PATH,
        DATA_DIR: join(folder, 'data'),
        PORT: '0',
        LOG_LEVEL: 'warn',
        ...settings,
      },
      encoding: 'utf8',
      timeout: 30_000,
    });
    return {
      status,
      lines: (stdout + stderr)
        .trim()
        .split('\n')
        .filter((line) => !line.includes(' listens on ')),
    };
  }

  function expectOneLine({ status, lines }: ReturnType<typeof start>, what: RegExp): void {
    expect(status).to.equal(1);
    expect(lines).to.have.length(1);
    expect(lines[0]).to.match(what);
  }

  it('refuses a wrong setting by name', () => {
    expectOneLine(start({ PORT: 'eighty' }), /CONFIG_INVALID.*PORT/);
  });

  it('refuses a public address without credentials in production', () => {
    expectOneLine(start({ NODE_ENV: 'production', HOST: '0.0.0.0' }), /CONFIG_UNSAFE.*HOST/);
  });

  it('says which port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    expectOneLine(start({ PORT: port }), new RegExp(`PORT_TAKEN.*${port}`));
    other.close();
  });

  it('says which folder cannot be used', () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    expectOneLine(start({ DATA_DIR: file }), /STORE_UNAVAILABLE.*a-file/);
  });

  it('says where the therapist directory is broken', () => {
    const file = join(folder, 'therapists.json');
    writeFileSync(file, '{"version": 1, "therapists": [{"id": "x"}]}');
    expectOneLine(start({ DIRECTORY_FILE: file }), /DIRECTORY_INVALID.*therapists\.json/);
    expectOneLine(start({ DIRECTORY_FILE: join(folder, 'none.json') }), /DIRECTORY_UNREADABLE.*none\.json/);
  });

  it('says which guide page is broken, with its line', () => {
    const root = copyOfProject(join(folder, 'project'));
    writeFileSync(
      join(root, 'knowledge', 'guide', 'pages', 'aftercare.md'),
      '---\nid: aftercare\n---\n\n## Heading\n',
    );
    expectOneLine(start({}, root), /knowledge\/guide\/pages\/aftercare\.md:\d+: /);
  });

  it('says which rule is broken', () => {
    const root = copyOfProject(join(folder, 'project'));
    writeFileSync(join(root, 'knowledge', 'safety', 'rules', 'heart.yaml'), '- id: heart\n  label: 5\n');
    expectOneLine(start({}, root), /knowledge\/safety\/rules\/heart\.yaml/);
  });

  it('says which of the files is broken that are read while modules load', () => {
    const root = copyOfProject(join(folder, 'project'));
    writeFileSync(join(root, 'dialogs', 'phrases', 'choices.yaml'), 'consent: 5\n');
    expectOneLine(start({}, root), /dialogs\/phrases\/choices\.yaml:1: consent/);
  });

  it('answers health checks and stops gracefully on SIGTERM', async () => {
    const server = await startServerProcess({ DATA_DIR: join(folder, 'data') });
    expect((await fetch(`${server.url}/healthz`)).status).to.equal(200);
    expect((await fetch(`${server.url}/readyz`)).status).to.equal(200);
    expect(await server.kill('SIGTERM')).to.equal(0);
  });
});

/** What the server needs to run, in a folder of its own, so that a test may break it. */
function copyOfProject(root: string): string {
  mkdirSync(root, { recursive: true });
  for (const part of ['dist', 'bots', 'dialogs', 'knowledge', 'services', 'package.json']) {
    cpSync(projectPath(part), join(root, part), { recursive: true });
  }
  symlinkSync(projectPath('node_modules'), join(root, 'node_modules'));
  return root;
}
