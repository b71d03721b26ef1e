import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { CodedError } from '../../../knowledge/coded-error.js';
import { projectPath } from '../../../knowledge/data-file.js';
import { readChecklists } from '../../../knowledge/safety/checklist.js';
import { loadRules, readRules } from '../../../knowledge/safety/load-rules.js';

describe('the data files of safety, edited by hand', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'safety-'));
    cpSync(projectPath('knowledge', 'safety'), folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are read from the folder they stand in', () => {
    expect(readRules(folder).rules).to.deep.equal(loadRules().rules);
  });

  it('refuse a misspelt field with file and line', () => {
    writeFileSync(
      join(folder, 'rules', 'heart.yaml'),
      '- id: chest\n  label: chest pain\n  disposition: emergency\n  source: aha\n  wen: chest_pain\n',
    );
    expect(() => readRules(folder))
      .to.throw(CodedError, /rules\/heart\.yaml:\d+: /)
      .with.property('code', 'DATA_FILE_INVALID');
  });

  it('refuse a rule on a concept that the lexicon does not have', () => {
    writeFileSync(
      join(folder, 'rules', 'heart.yaml'),
      '- {id: chest, label: chest pain, disposition: emergency, source: aha, when: chest_pian}\n',
    );
    expect(() => readRules(folder)).to.throw(
      CodedError,
      /heart\.yaml: chest: "chest_pian" is not in the lexicon/,
    );
  });

  it('refuse a checklist item without wording', () => {
    writeFileSync(join(folder, 'checklists', 'knee.yaml'), 'regions: [knee]\nitems: [{concept: swelling}]\n');
    expect(() => readChecklists(join(folder, 'checklists'), loadRules()))
      .to.throw(CodedError, /knee\.yaml: "swelling" has no wording/)
      .with.property('code', 'CHECKLIST_INVALID');
  });
});
