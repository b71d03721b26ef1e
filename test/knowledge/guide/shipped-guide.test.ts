import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { projectPath } from '../../../knowledge/data-file.js';
import { guideFaults, loadGuide } from '../../../knowledge/guide/load-guide.js';
import { PAGE_IDS } from '../../../knowledge/guide/page.js';
import type { Passage } from '../../../knowledge/guide/passage.js';
import { fleschKincaidGrade } from '../../../knowledge/guide/reading-level.js';

const guide = loadGuide();
const conditionPages = guide.pages.filter((page) => page.id.startsWith('condition-'));
const benefitPages = guide.pages.filter((page) => page.id.startsWith('benefit-'));
const wordCount = (text: string) => text.split(/\s+/).length;
const rawPage = (id: string) => readFileSync(projectPath('knowledge', 'guide', 'pages', `${id}.md`), 'utf8');

/** The sections of all pages for which the statement fails, so that a failure names them. */
const failing = (holds: (passage: Passage) => boolean) =>
  guide.passages.filter((passage) => !holds(passage)).map((passage) => passage.id);

describe('the shipped guide', () => {
  it('has no fault, and holds every fixed page once, in order', () => {
    expect(guideFaults()).to.deep.equal([]);
    expect(guide.pages.map((page) => page.id)).to.deep.equal([...PAGE_IDS]);
    expect(PAGE_IDS).to.have.lengthOf(27);
  });

  it('finds pages and passages by id, and is read once', () => {
    expect(guide.page('aftercare')?.title).to.equal('After your massage');
    const passage = guide.passage('condition-neck-pain#how-good-is-the-evidence');
    expect(passage?.evidence).to.equal('low');
    expect(passage?.pageTitle).to.equal('Massage for neck pain');
    expect(passage?.sources.map((source) => source.authors)).to.deep.equal(['Gross et al.', 'Lee et al.']);
    expect(guide.page('nowhere')).to.equal(undefined);
    expect(guide.passage('aftercare#nowhere')).to.equal(undefined);
    expect(loadGuide()).to.equal(guide);
  });

  it('gives every page seven to sixteen sections, and every section 40 to 120 words', () => {
    const counts = guide.pages.filter((page) => page.passages.length < 7 || page.passages.length > 16);
    expect(counts.map((page) => page.id)).to.deep.equal([]);
    expect(failing(({ text }) => wordCount(text) >= 40 && wordCount(text) <= 120)).to.deep.equal([]);
  });

  it('states the strength of evidence wherever a section speaks of an effect, a risk or a study', () => {
    const claim =
      /\b(eases?|eased|relieves?|lowers?|lowered|reduces?|improves?|proof|evidence|trials?|stud(y|ies)|reviews? (from|found)|harm|risk|risky|side effects?)\b/i;
    expect(failing(({ text, evidence }) => evidence !== undefined || !claim.test(text))).to.deep.equal([]);
  });

  it('answers the same questions on every condition page, with levels for what is claimed', () => {
    for (const page of conditionPages) {
      const levels = Object.fromEntries(page.passages.map(({ section, evidence }) => [section, evidence]));
      expect(levels, page.id).to.include.keys(
        'how-could-massage-help',
        'how-good-is-the-evidence',
        'what-is-a-session-like',
        'what-should-i-be-careful-with',
        'when-should-i-see-a-doctor-instead',
        'what-should-i-ask-my-physician',
      );
      expect(levels['how-could-massage-help'], page.id).to.be.oneOf(['moderate', 'low', 'insufficient']);
      expect(levels['how-good-is-the-evidence'], page.id).to.equal(levels['how-could-massage-help']);
      expect(levels['what-should-i-be-careful-with'], page.id).to.equal('consensus');
      expect(levels['when-should-i-see-a-doctor-instead'], page.id).to.equal('consensus');
    }
  });

  it('names the emergency number on every page about a condition', () => {
    const silent = conditionPages.filter(
      (page) =>
        !guide.passage(`${page.id}#when-should-i-see-a-doctor-instead`)?.text.includes('emergency number'),
    );
    expect(silent.map((page) => page.id)).to.deep.equal([]);
  });

  it('says plainly where a popular claim outruns the evidence', () => {
    for (const id of ['benefit-circulation', 'benefit-inflammation', 'benefit-posture']) {
      const [claim, evidence] = guide.page(id)?.passages ?? [];
      expect(claim?.evidence, id).to.equal('insufficient');
      expect(evidence?.evidence, id).to.equal('insufficient');
      expect(`${claim?.text} ${evidence?.text}`, id).to.match(/no good (stud|trial)|ahead of the facts/);
    }
    expect(benefitPages).to.have.lengthOf(5);
  });

  it('is honest about anxiety and migraine', () => {
    const anxiety = guide.passage('condition-anxiety#how-good-is-the-evidence')?.text;
    expect(anxiety).to.match(/no better than warm packs or a quiet, relaxing room/);
    expect(anxiety).to.match(/better than light touch/);
    const migraine = guide.passage('condition-headache-migraine#does-massage-help-migraine');
    expect(migraine?.text).to.match(/^We cannot say that massage helps migraine/);
    expect(migraine?.evidence).to.equal('insufficient');
  });

  it('tells everyone who should wait', () => {
    const text = guide
      .page('safety-who-should-wait')
      ?.passages.map((passage) => passage.text)
      .join('\n');
    const items = [
      /fever/,
      /catching illness/,
      /blood clot/,
      /no known cause/,
      /lump/,
      /chest pain/,
      /signs of a stroke/,
      /fresh injury/,
      /high blood pressure/,
      /heart disease that is not stable/,
      /aneurysm/,
      /stroke or mini-stroke/,
      /narrowed neck arteries/,
      /broken bone/,
      /osteoporosis/,
      /steroids/,
      /blood thinners/,
      /bleeding disorder/,
      /few platelets/,
      /open wounds/,
      /burns/,
      /healing skin/,
      /rashes that can spread/,
      /hot joint/,
      /rheumatoid arthritis/,
      /recent operation/,
      /tumour/,
      /radiation/,
      /midwife or maternity/,
      /varicose veins/,
      /inflamed veins/,
      /nerve damage/,
      /diabetes/,
      /fragile skin/,
      /healing scars/,
      /pacemaker/,
      /stent/,
      /shunt/,
      /oils or lotions/,
      /abuse or trauma/,
    ];
    expect(items.filter((item) => !item.test(text ?? '')).map(String)).to.deep.equal([]);
  });

  it('reads easily: about grade 8 at most on every page', () => {
    const hard = guide.pages
      .map((page) => ({
        id: page.id,
        grade: fleschKincaidGrade(page.passages.map((passage) => passage.text).join('\n\n')),
      }))
      .filter(({ grade }) => grade > 8);
    expect(hard).to.deep.equal([]);
  });

  it('promises no cure and makes no diagnosis', () => {
    const promise =
      /\bcur(e|es|ed|ing)\b|\bguarantee|\bmiracle|\byou (probably |most likely )?suffer from\b/i;
    expect(guide.pages.filter((page) => promise.test(rawPage(page.id))).map((page) => page.id)).to.deep.equal(
      [],
    );
  });

  it('shows plain text: no source marks, no Markdown, no links', () => {
    expect(failing(({ text }) => !/\[|\]|\*\*|__|`|^#|<[a-z]|https?:|www\./im.test(text))).to.deep.equal([]);
  });

  it('cites originals only, each with a doi or a publisher', () => {
    const weak = /https?:|www\.|blog|ascension|droracle|spas?\b.*\.com|solicitor|\.com\b/i;
    expect(guide.pages.filter((page) => weak.test(rawPage(page.id))).map((page) => page.id)).to.deep.equal(
      [],
    );
    for (const page of guide.pages) {
      for (const source of page.sources) expect(source.doi ?? source.publisher, source.id).to.be.a('string');
    }
  });

  it('gives one source the same words on every page', () => {
    const seen = new Map<string, string>();
    for (const source of guide.pages.flatMap((page) => page.sources)) {
      const words = JSON.stringify(source);
      expect(words).to.equal(seen.get(source.id) ?? words);
      seen.set(source.id, words);
    }
    expect(seen.size).to.be.greaterThan(20);
  });
});
