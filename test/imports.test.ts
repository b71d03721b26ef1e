import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import { projectPath, projectRoot } from '../knowledge/data-file.js';

const FOLDERS = ['bots', 'dialogs', 'knowledge', 'services', 'widget', 'cli'];
const CONFIG = '.dependency-cruiser.cjs';

const reportSchema = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({
    violations: z.array(z.object({ rule: z.object({ name: z.string() }), from: z.string(), to: z.string() })),
  }),
});

/** dependency-cruiser on the tree in a folder, by the rules in it. */
function cruise(folder: string, parts: string[]): z.infer<typeof reportSchema> {
  const tool = projectPath('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [tool, '--config', CONFIG, '--output-type', 'json', ...parts],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (stdout === '') throw new Error(stderr);
  return reportSchema.parse(JSON.parse(stdout));
}

describe('Who may import whom', function () {
  this.timeout(60_000);

  it('is kept by every file, and every file is seen', () => {
    const { modules, summary } = cruise(projectRoot, [...FOLDERS, 'index.ts']);
    expect(summary.violations).to.deep.equal([]);
    const seen = new Set(modules.map(({ source }) => source));
    const files = FOLDERS.flatMap((folder) =>
      readdirSync(projectPath(folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
    );
    expect(files.length).to.be.above(100);
    expect(files.filter((file) => !seen.has(file))).to.deep.equal([]);
  });

  it('is checked by `npm run check:imports` in the same folders', () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(projectPath('package.json'), 'utf8')));
    const words = scripts['check:imports']?.split(' ') ?? [];
    expect(words).to.include.members([CONFIG, ...FOLDERS, 'index.ts']);
    expect(scripts.check).to.include('check:imports');
  });

  describe('is caught where it is broken', () => {
    let folder: string;
    let caught: string[];
    const planted: Record<string, string> = {
      'index.ts': "import './cli/main.js';",
      'cli/main.ts': "import '../services/config.js';",
      'services/config.ts': 'export const config = 1;\nexport type Config = number;',
      'services/places/places.ts': 'export type Place = string;',
      'knowledge/reads-settings.ts':
        "import type { Config } from '../services/config.js';\nexport type X = Config;",
      'knowledge/speaks-bot.ts': "import 'botbuilder';",
      'knowledge/one.ts': "import { two } from './two.js';\nexport const one = () => two;",
      'knowledge/two.ts': "import { one } from './one.js';\nexport const two = () => one;",
      'services/talks.ts': "import '../dialogs/uses-port.js';",
      'services/composes.ts': "import '../cli/main.js';",
      'dialogs/uses-port.ts':
        "import type { Place } from '../services/places/places.js';\nexport type X = Place;",
      'dialogs/uses-adapter.ts': "import '../services/config.js';",
      'dialogs/views/view.ts': 'export type View = string;',
      'widget/chat/shows-view.tsx':
        "import type { View } from '../../dialogs/views/view.js';\nexport type X = View;",
      'widget/chat/reads-settings.ts': "import '../../services/config.js';",
      'bots/uses-adapter.ts': "import '../services/config.js';",
      'node_modules/botbuilder/package.json':
        '{"name": "botbuilder", "version": "1.0.0", "main": "index.js"}',
      'node_modules/botbuilder/index.js': '',
    };

    before(() => {
      folder = mkdtempSync(join(tmpdir(), 'guide-imports-'));
      for (const file of [CONFIG, 'tsconfig.json', 'package.json'])
        cpSync(projectPath(file), join(folder, file));
      for (const [file, text] of Object.entries(planted)) {
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        writeFileSync(join(folder, file), text);
      }
      caught = cruise(folder, [...FOLDERS, 'index.ts']).summary.violations.map(
        ({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`,
      );
    });
    after(() => rmSync(folder, { recursive: true, force: true }));

    const broken: [rule: string, from: string, to: string][] = [
      ['knowledge-stands-alone', 'knowledge/reads-settings.ts', 'services/config.ts'],
      ['knowledge-knows-no-bot', 'knowledge/speaks-bot.ts', 'node_modules/botbuilder/index.js'],
      ['no-cycles', 'knowledge/one.ts', 'knowledge/two.ts'],
      ['services-know-no-conversation', 'services/talks.ts', 'dialogs/uses-port.ts'],
      ['services-know-no-conversation', 'services/composes.ts', 'cli/main.ts'],
      ['environment-is-read-once', 'services/composes.ts', 'cli/main.ts'],
      ['dialogs-see-ports-only', 'dialogs/uses-adapter.ts', 'services/config.ts'],
      ['widget-knows-views-only', 'widget/chat/reads-settings.ts', 'services/config.ts'],
      ['bots-see-ports-only', 'bots/uses-adapter.ts', 'services/config.ts'],
    ];
    for (const [rule, from, to] of broken) {
      it(`${rule}: ${from} -> ${to}`, () => expect(caught).to.include(`${rule}: ${from} -> ${to}`));
    }

    it('and nothing else is, such as a port that a dialog uses', () => {
      const wanted = broken.map(([rule, from, to]) => `${rule}: ${from} -> ${to}`);
      const cycleBack = 'no-cycles: knowledge/two.ts -> knowledge/one.ts';
      expect(
        caught.filter((violation) => !wanted.includes(violation) && violation !== cycleBack),
      ).to.deep.equal([]);
    });

    it('by every rule that there is', () => {
      const { forbidden } = z
        .object({ forbidden: z.array(z.object({ name: z.string() })) })
        .parse(createRequire(import.meta.url)(projectPath(CONFIG)));
      const tried = new Set(broken.map(([rule]) => rule));
      expect(forbidden.map(({ name }) => name).filter((name) => !tried.has(name))).to.deep.equal([]);
    });
  });
});
