import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { CodedError } from '../../../knowledge/coded-error.js';
import { projectPath } from '../../../knowledge/data-file.js';
import { guideFaults, loadGuide } from '../../../knowledge/guide/load-guide.js';
import { sectionSlug } from '../../../knowledge/guide/read-sections.js';

const page = `---
id: aftercare
title: After your massage
summary: How to rest.
lastReviewed: 2026-11-23
evidence:
  does-it-last: low
sources:
  - id: gross-2024
    title: Massage for neck pain
    year: 2024
    doi: 10.1002/14651858.CD004871.pub5
---

## Does it last?

Not for long.
It fades. [gross-2024]

## What then?

Rest a little.
`;

/** Every fault an operator can make in a page: what it becomes, the line it is found on, what the message teaches. */
const faults: { name: string; from: string; to: string; code: string; line: number; says: RegExp }[] = [
  {
    name: 'front matter that does not begin',
    from: '---\nid',
    to: 'id',
    code: 'GUIDE_FRONT_MATTER',
    line: 1,
    says: /write --- on the first line/,
  },
  {
    name: 'front matter that does not end',
    from: 'pub5\n---\n',
    to: 'pub5\n',
    code: 'GUIDE_FRONT_MATTER',
    line: 1,
    says: /never ends; write ---/,
  },
  {
    name: 'broken YAML',
    from: 'title: After your massage',
    to: 'title: "After',
    code: 'DATA_FILE_SYNTAX',
    line: 12,
    says: /quote/,
  },
  {
    name: 'a missing field',
    from: 'summary: How to rest.\n',
    to: '',
    code: 'DATA_FILE_INVALID',
    line: 2,
    says: /summary: must be text, as in summary:/,
  },
  {
    name: 'a field that no page has',
    from: 'summary:',
    to: 'author: me\nsummary:',
    code: 'DATA_FILE_INVALID',
    line: 2,
    says: /unknown field author; a page has id, title/,
  },
  {
    name: 'an unknown page id',
    from: 'id: aftercare',
    to: 'id: after-care',
    code: 'DATA_FILE_INVALID',
    line: 2,
    says: /unknown page id "after-care"; write one of what-is-medical-massage,/,
  },
  {
    name: 'a date that is none',
    from: '2026-11-23',
    to: '23 November',
    code: 'DATA_FILE_INVALID',
    line: 5,
    says: /lastReviewed: must be a date, as in lastReviewed: 2026/,
  },
  {
    name: 'an unknown evidence level',
    from: 'does-it-last: low',
    to: 'does-it-last: strong',
    code: 'DATA_FILE_INVALID',
    line: 7,
    says: /unknown evidence level "strong"; write one of moderate, low/,
  },
  {
    name: 'evidence for a section that does not exist',
    from: 'does-it-last: low',
    to: 'does-it-last: low\n  will-it-hurt: low',
    code: 'GUIDE_EVIDENCE_SECTION',
    line: 8,
    says: /no such section; write one of does-it-last, what-then/,
  },
  {
    name: 'a cited section without a level',
    from: 'evidence:\n  does-it-last: low',
    to: 'evidence: {}',
    code: 'GUIDE_EVIDENCE_MISSING',
    line: 14,
    says: /add "does-it-last: low"/,
  },
  {
    name: 'a citation of a source that is not listed',
    from: 'It fades. [gross-2024]',
    to: 'It fades. [gross-2024] [grossly-2024]',
    code: 'GUIDE_SOURCE_UNKNOWN',
    line: 18,
    says: /\[grossly-2024\] is not among this page's sources; list it under sources, or write one of gross-2024/,
  },
  {
    name: 'a citation in the middle of a paragraph',
    from: 'Not for long.',
    to: 'Not [gross-2024] for long.',
    code: 'GUIDE_SOURCE_MISPLACED',
    line: 18,
    says: /must stand at the end of its paragraph/,
  },
  {
    name: 'a citation without a paragraph',
    from: 'It fades. [gross-2024]',
    to: 'It fades.\n\n[gross-2024]',
    code: 'GUIDE_SOURCE_MISPLACED',
    line: 20,
    says: /has no paragraph before it/,
  },
  {
    name: 'a source that is cited nowhere',
    from: ' [gross-2024]',
    to: '',
    code: 'GUIDE_SOURCE_UNUSED',
    line: 9,
    says: /"gross-2024" is cited nowhere; write \[gross-2024\]/,
  },
  {
    name: 'a source listed twice',
    from: 'sources:\n',
    to: 'sources:\n  - {id: gross-2024, title: Massage, year: 2024, publisher: Cochrane}\n',
    code: 'GUIDE_DUPLICATE_SOURCE',
    line: 8,
    says: /"gross-2024" is listed twice/,
  },
  {
    name: 'a source without a place of publication',
    from: '    doi: 10.1002/14651858.CD004871.pub5\n',
    to: '',
    code: 'DATA_FILE_INVALID',
    line: 9,
    says: /add a doi or a publisher/,
  },
  {
    name: 'a doi written as a link',
    from: 'doi: 10.',
    to: 'doi: https://doi.org/10.',
    code: 'DATA_FILE_INVALID',
    line: 12,
    says: /sources\.0\.doi: must begin with 10\./,
  },
  {
    name: 'an empty section',
    from: 'Rest a little.\n',
    to: '',
    code: 'GUIDE_EMPTY_SECTION',
    line: 20,
    says: /"What then\?" is empty; write its text/,
  },
  {
    name: 'two sections of one name',
    from: '## What then?',
    to: '## Does it last',
    code: 'GUIDE_DUPLICATE_SECTION',
    line: 20,
    says: /stands on line 15 too/,
  },
  {
    name: 'a heading of another level',
    from: '## What then?',
    to: '### What then?',
    code: 'GUIDE_HEADING',
    line: 20,
    says: /write "## "/,
  },
  {
    name: 'text before the first heading',
    from: '## Does it last?',
    to: 'Hello.\n\n## Does it last?',
    code: 'GUIDE_HEADING',
    line: 15,
    says: /write a "## " heading above it/,
  },
];

describe('loadGuide on a folder of an operator', () => {
  let folder: string;
  const write = (text: string, name = 'aftercare.md') => writeFileSync(join(folder, name), text);
  const fault = (): CodedError => {
    try {
      loadGuide(folder);
    } catch (error) {
      if (error instanceof CodedError) return error;
      throw error;
    }
    throw new Error('the guide was accepted');
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'guide-'));
    cpSync(projectPath('knowledge', 'guide', 'pages'), folder, { recursive: true });
    write(page);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('reads the pages of that folder and leaves the shipped guide alone', () => {
    const guide = loadGuide(folder);
    expect(guide.page('aftercare')?.passages).to.deep.equal([
      {
        id: 'aftercare#does-it-last',
        page: 'aftercare',
        section: 'does-it-last',
        pageTitle: 'After your massage',
        heading: 'Does it last?',
        text: 'Not for long. It fades.',
        evidence: 'low',
        sources: [{ title: 'Massage for neck pain', year: 2024, doi: '10.1002/14651858.CD004871.pub5' }],
      },
      {
        id: 'aftercare#what-then',
        page: 'aftercare',
        section: 'what-then',
        pageTitle: 'After your massage',
        heading: 'What then?',
        text: 'Rest a little.',
        sources: [],
      },
    ]);
    expect(loadGuide().page('aftercare')?.passages.length).to.be.greaterThan(2);
  });

  it('reads a page saved on Windows, byte order mark and all', () => {
    const plain = loadGuide(folder).page('aftercare');
    write(`\uFEFF${page.replaceAll('\n', '\r\n')}`);
    expect(loadGuide(folder).page('aftercare')).to.deep.equal(plain);
  });

  it('shows emphasis, links and lists as plain words, and keeps paragraphs apart', () => {
    write(
      page.replace(
        'Rest a little.',
        '**Rest** a *little*, see [the page](https://example.org).\n\n- One\n- Two',
      ),
    );
    expect(loadGuide(folder).passage('aftercare#what-then')?.text).to.equal(
      'Rest a little, see the page.\n\nOne\n\nTwo',
    );
  });

  for (const { name, from, to, code, line, says } of faults) {
    it(`refuses ${name}, naming file and line`, () => {
      expect(page).to.include(from);
      write(page.replace(from, to));
      const error = fault();
      expect(error.code).to.equal(code);
      expect(error.message).to.match(says);
      expect(error.message).to.include(`${join(folder, 'aftercare.md')}:${line}: `);
      expect(error.message).not.to.include('\n');
    });
  }

  it('refuses a guide without one of its pages', () => {
    rmSync(join(folder, 'credentials.md'));
    expect(fault().code).to.equal('GUIDE_PAGE_MISSING');
    expect(fault().message)
      .to.include(`${join(folder, 'credentials.md')}:1: `)
      .and.to.include('is missing');
  });

  it('refuses two pages of one id', () => {
    write(page, 'my-notes.md');
    expect(fault().code).to.equal('GUIDE_DUPLICATE_PAGE');
    expect(fault().message)
      .to.include(`${join(folder, 'my-notes.md')}:1: `)
      .and.to.include('aftercare.md');
  });

  it('refuses a page in a file of another name', () => {
    rmSync(join(folder, 'aftercare.md'));
    write(page, 'after.md');
    expect(guideFaults(folder).map((error) => error.code)).to.deep.equal(['GUIDE_FILE_NAME']);
  });

  it('refuses a folder that is not there', () => {
    const missing = join(folder, 'nowhere');
    expect(() => loadGuide(missing)).to.throw(CodedError, missing);
  });

  it('tells the faults of all pages at once, one each', () => {
    write(page.replace('2026-11-23', 'soon'));
    const credentials = readFileSync(join(folder, 'credentials.md'), 'utf8');
    write(credentials.replace('## ', '# '), 'credentials.md');
    rmSync(join(folder, 'techniques.md'));
    expect(guideFaults(folder).map((error) => error.code)).to.deep.equal([
      'DATA_FILE_INVALID',
      'GUIDE_HEADING',
      'GUIDE_PAGE_MISSING',
    ]);
  });
});

describe('sectionSlug', () => {
  const table: [string, string][] = [
    ['Will it hurt?', 'will-it-hurt'],
    ["What's next, and who's there?", 'whats-next-and-whos-there'],
    ['  Café & rest  ', 'cafe-rest'],
    ['“Medical” massage', 'medical-massage'],
  ];
  for (const [heading, slug] of table) {
    it(`makes ${slug} of ${heading.trim()}`, () => expect(sectionSlug(heading)).to.equal(slug));
  }
});
