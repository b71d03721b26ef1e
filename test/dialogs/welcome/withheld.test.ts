import { expect } from 'chai';
import { Withheld } from '../../../dialogs/welcome/withheld.js';
import { emptyReport } from '../../../knowledge/symptoms/report.js';
import { reportOf } from '../../knowledge/safety/reports.js';

const MINUTE = 60 * 1000;

describe('What was said before agreement', () => {
  let now: number;
  let withheld: Withheld;
  const fever = reportOf(['fever']);

  beforeEach(() => {
    now = Date.parse('2026-11-23T10:00:00Z');
    withheld = new Withheld(() => new Date(now));
  });

  it('is an empty report where nothing was said', () => {
    expect(withheld.get('a')).to.equal(undefined);
    expect(withheld.reportFor('a')).to.deep.equal(emptyReport());
  });

  it('is there for its own conversation only', () => {
    withheld.hold('a', fever);
    expect(withheld.get('a')).to.equal(fever);
    expect(withheld.reportFor('a')).to.equal(fever);
    expect(withheld.get('b')).to.equal(undefined);
  });

  it('is gone after half an hour, and begins anew with every message', () => {
    withheld.hold('a', fever);
    now += 30 * MINUTE;
    expect(withheld.get('a')).to.equal(fever);
    withheld.hold('a', fever);
    now += 30 * MINUTE;
    expect(withheld.get('a')).to.equal(fever);
    now += 1;
    expect(withheld.get('a')).to.equal(undefined);
    expect(withheld.reportFor('a')).to.deep.equal(emptyReport());
  });

  it('is gone once it was dropped, and dropping nothing is no fault', () => {
    withheld.hold('a', fever);
    withheld.drop('a');
    withheld.drop('b');
    expect(withheld.get('a')).to.equal(undefined);
  });

  it('lets go of the conversation silent for longest where there are too many', () => {
    withheld.hold('first', fever);
    withheld.hold('second', fever);
    withheld.hold('first', fever);
    for (let at = 0; at < 9_999; at++) withheld.hold(`more ${at}`, fever);
    expect(withheld.get('second')).to.equal(undefined);
    expect(withheld.get('first')).to.equal(fever);
    withheld.hold('one more', fever);
    expect(withheld.get('first')).to.equal(undefined);
    expect(withheld.get('one more')).to.equal(fever);
  });
});
