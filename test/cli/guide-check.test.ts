import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { projectPath } from '../../knowledge/data-file.js';

function run(...options: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const command = [projectPath('dist', 'cli', 'main.js'), 'guide', 'check', ...options];
    const child = execFile(process.execPath, command, (_, output) =>
      resolve({ code: child.exitCode ?? -1, output }),
    );
  });
}

describe('guide check, from the command line', () => {
  it('says one calm line when all is well', async () => {
    expect(await run()).to.deep.equal({ code: 0, output: 'The guide is in order.\n' });
  });

  it('says file, line, code and what to write for each fault, and fails', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'guide-'));
    try {
      cpSync(projectPath('knowledge', 'guide', 'pages'), folder, { recursive: true });
      const file = join(folder, 'credentials.md');
      writeFileSync(file, `${readFileSync(file, 'utf8')}\n## Why?\n\nBecause.\n`);
      const { code, output } = await run('--pages', folder);
      expect(code).to.equal(1);
      expect(output).to.match(
        /credentials\.md:\d+: GUIDE_SECTION_SHORT: "Why\?" has 1 words.*\n1 fault\.\n$/,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
