import { expect } from 'chai';
import fc from 'fast-check';
import { createPlaces } from '../../../services/places/create-places.js';
import type { Places } from '../../../services/places/places.js';

describe('places', () => {
  let places: Places;
  before(async () => {
    places = createPlaces();
    await places.find('Boston');
  });
  const said = async (text: string, hint?: { country?: string }) => {
    const result = await places.find(text, hint);
    if (result.kind === 'found') return result.place.label;
    return result.kind === 'ambiguous' ? result.choices.map(({ label }) => label) : undefined;
  };

  const found: [string, string][] = [
    ['02139', 'Cambridge, MA 02139'],
    ['02139-4307', 'Cambridge, MA 02139'],
    ['０２１３９', 'Cambridge, MA 02139'],
    ['my zip is 98101, thanks', 'Seattle, WA 98101'],
    ['Boston 02139', 'Cambridge, MA 02139'],
    ['Boston', 'Boston, MA'],
    ['BOSTON', 'Boston, MA'],
    ['boston, massachusetts', 'Boston, MA'],
    ['Boston Mass.', 'Boston, MA'],
    ['near Austin tx', 'Austin, TX'],
    ["I'm in Austin, Texas, USA", 'Austin, TX'],
    ['Texas, Austin', 'Austin, TX'],
    ['in Boston', 'Boston, MA'],
    ['find a therapist in Boston', 'Boston, MA'],
    ['Portland or', 'Portland, OR'],
    ['portland me', 'Portland, ME'],
    ['Springfield IL', 'Springfield, IL'],
    ['St. Louis', 'Saint Louis, MO'],
    ['ft worth', 'Fort Worth, TX'],
    ["coeur d'alene idaho", 'Coeur D Alene, ID'],
    ["O'Fallon MO", "O'Fallon, MO"],
    ['Winston-Salem', 'Winston Salem, NC'],
    ['NYC', 'New York, NY'],
    ['New York', 'New York, NY'],
    ['LA', 'Los Angeles, CA'],
    ['Philly', 'Philadelphia, PA'],
    ['SF', 'San Francisco, CA'],
    ['DC', 'Washington, DC'],
    ['Washington D.C.', 'Washington, DC'],
    ['Washington', 'Washington, DC'],
    ['12 Elm Street, Cambridge, MA', 'Cambridge, MA'],
    ['12 Elm Street Cambridge MA', 'Cambridge, MA'],
    ['we moved to a suburb of Boston last year', 'Boston, MA'],
    ['somewhere in Nashville please', 'Nashville, TN'],
    ['Kansas City', 'Kansas City, MO'],
    ['Bostn', 'Boston, MA'],
    ['Bostno', 'Boston, MA'],
    ['Bostn MA', 'Boston, MA'],
    ['Pheonix', 'Phoenix, AZ'],
    ['Philidelphia', 'Philadelphia, PA'],
    ['San Fransisco', 'San Francisco, CA'],
    ['Mineapolis', 'Minneapolis, MN'],
    ['Toronto', 'Toronto, ON'],
    ['Montréal', 'Montreal, QC'],
    ['M5V 2T6', 'Toronto, ON M5V'],
    ['London, Ontario', 'London, ON'],
  ];
  for (const [text, label] of found) {
    it(`finds ${label} for ${JSON.stringify(text)}`, async () => expect(await said(text)).to.equal(label));
  }

  it('gives coordinates and the country', async () => {
    const result = await places.find('02139');
    expect(result).to.deep.equal({
      kind: 'found',
      place: { label: 'Cambridge, MA 02139', lat: 42.3647, lon: -71.1042, country: 'US' },
    });
  });

  it('asks which of several namesakes is meant, the most populous first, at most five', async () => {
    expect(await said('Springfield')).to.deep.equal([
      'Springfield, MO',
      'Springfield, MA',
      'Springfield, IL',
      'Springfield, OR',
      'Springfield, OH',
    ]);
    expect((await said('Portland'))?.slice(0, 2)).to.deep.equal(['Portland, OR', 'Portland, ME']);
    expect(await said('Vancouver')).to.deep.equal(['Vancouver, BC', 'Vancouver, WA']);
  });

  it('finds each choice again by its own label', async () => {
    const choices = (await said('Springfield')) as string[];
    for (const label of choices) expect(await said(label)).to.equal(label);
  });

  it('prefers the country of the hint, or the one that was named', async () => {
    expect(await said('Vancouver', { country: 'US' })).to.equal('Vancouver, WA');
    expect(await said('Vancouver, Canada')).to.equal('Vancouver, BC');
  });

  it('does not take a small namesake for a city of the world, or for somebody in another country', async () => {
    expect(await said('Paris'))
      .to.be.an('array')
      .that.includes('Paris, TX');
    expect(await said('Boston', { country: 'GB' })).to.deep.equal(['Boston, MA']);
  });

  it('offers the large town as well where a small one is spelled nearly the same', async () => {
    expect((await said('Pittsburg'))?.slice(0, 2)).to.deep.equal(['Pittsburgh, PA', 'Pittsburg, CA']);
  });

  it('asks where a postcode and a town contradict each other', async () => {
    expect(await said('Boston 90210')).to.deep.equal(['Beverly Hills, CA 90210', 'Boston, MA']);
  });

  it('offers a state’s largest towns for the state alone', async () => {
    expect((await said('Texas'))?.slice(0, 2)).to.deep.equal(['Houston, TX', 'San Antonio, TX']);
    expect(await said('Québec')).to.be.an('array');
  });

  const unknown = [
    '',
    ' ',
    '🙂',
    'Qwertyville',
    'asdf',
    '00000',
    'yes',
    'no',
    'ok',
    'home',
    'hello',
    'thanks',
    'women only',
    'I have pain in my neck',
    'London, UK',
    'what does it cost?',
    '{"a":1}',
    "'; DROP TABLE towns;--",
    '__proto__',
    'constructor',
  ];
  for (const text of unknown) {
    it(`knows no place for ${JSON.stringify(text)}`, async () => {
      expect(await places.find(text)).to.deep.equal({ kind: 'unknown' });
    });
  }

  it('answers any text in one of the three ways, with real coordinates', async () => {
    const word = fc.constantFrom(
      'in',
      'near',
      'Boston',
      'MA',
      'me',
      'or',
      'st',
      '02139',
      ',',
      'new',
      'york',
      'saint',
      'O',
      "d'",
      '9',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
    );
    await fc.assert(
      fc.asyncProperty(text, async (given) => {
        const result = await places.find(given);
        const shown =
          result.kind === 'found' ? [result.place] : result.kind === 'ambiguous' ? result.choices : [];
        expect(shown.length).to.be.within(result.kind === 'unknown' ? 0 : 1, 5);
        for (const { lat, lon, label } of shown) {
          expect(Math.abs(lat), label).to.be.within(1, 90);
          expect(Math.abs(lon), label).to.be.within(1, 180);
        }
      }),
    );
  });

  it('reads no further than a place can be long, however long the text', async () => {
    for (const junk of ['a ', 'in ', '1', '\u0301', ', ', 'saint ', 'in boston ma, ', '📍']) {
      const long = junk.repeat(Math.ceil(10_000 / junk.length));
      expect(await places.find(long)).to.deep.equal(await places.find(long.slice(0, 300)));
    }
  });
});
