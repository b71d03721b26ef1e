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
    ['02139-1234', 'Cambridge, MA 02139'],
    ['im in bostn ma', 'Boston, MA'],
    ['austin texas', 'Austin, TX'],
    ['Saint Louis', 'Saint Louis, MO'],
    ['St Louis', 'Saint Louis, MO'],
    ['Mt Vernon NY', 'Mount Vernon, NY'],
    ['Brooklyn', 'Brooklyn, NY'],
    ['the Bronx', 'Bronx, NY'],
    ['Staten Island', 'Staten Island, NY'],
    ['Paris TX', 'Paris, TX'],
    ['Paris, France', 'Paris, France'],
    ['London, UK', 'London, United Kingdom'],
    ['London, England', 'London, United Kingdom'],
    ['München', 'Munich, Germany'],
    ['Munich', 'Munich, Germany'],
    ['Munick', 'Munich, Germany'],
    ['Cologne', 'Köln, Germany'],
    ['Córdoba Spain', 'Córdoba, Spain'],
    ['Łódź', 'Łódź, Poland'],
    ['Tbilisi, Georgia', 'Tbilisi, Georgia'],
    ['Nice, France', 'Nice, France'],
    ['Singapore', 'Singapore, Singapore'],
    ['we moved to Munich last year', 'Munich, Germany'],
    ['Quebec City', 'Quebec City, QC'],
    ['San Jose', 'San Jose, CA'],
    ['Durham', 'Durham, NC'],
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
    expect(await said('Boston', { country: 'GB' })).to.deep.equal(['Boston, United Kingdom', 'Boston, MA']);
    expect(await said('London', { country: 'GB' })).to.equal('London, United Kingdom');
    expect(await said('Chicago', { country: 'GB' })).to.equal('Chicago, IL');
  });

  it('asks where a city of the world has namesakes of some size over here, in the likelier order', async () => {
    expect((await said('Paris'))?.slice(0, 2)).to.deep.equal(['Paris, France', 'Paris, TX']);
    expect((await said('London'))?.slice(0, 2)).to.deep.equal(['London, United Kingdom', 'London, ON']);
    expect((await said('Lndon'))?.slice(0, 2)).to.deep.equal(['London, United Kingdom', 'London, ON']);
    expect((await said('Salem'))?.slice(0, 2)).to.deep.equal(['Salem, OR', 'Salem, India']);
    expect((await said('Cordoba'))?.slice(0, 2)).to.deep.equal(['Córdoba, Argentina', 'Córdoba, Spain']);
  });

  it('asks for the town where a country is named', async () => {
    expect((await said('Germany'))?.slice(0, 2)).to.deep.equal(['Berlin, Germany', 'Hamburg, Germany']);
    const lebanon = await said('Lebanon');
    expect(lebanon).to.include('Beirut, Lebanon').and.to.include('Lebanon, TN');
  });

  it('says that it is the postcode which is not known, and reads the town beside it', async () => {
    for (const code of ['SW1A 1AA', 'sw1a1aa', '1012 AB', '00-001', '110001', '2000', '00000']) {
      expect(await places.find(code), code).to.deep.equal({ kind: 'unknown', postcode: true });
    }
    expect(await places.find('10115', { country: 'DE' })).to.deep.equal({ kind: 'unknown', postcode: true });
    expect(await said('10115 Berlin', { country: 'DE' })).to.equal('Berlin, Germany');
    expect(await said('75008 Paris, France')).to.equal('Paris, France');
    expect(await said('80331 München')).to.equal('Munich, Germany');
  });

  it('understands which namesake is meant by its state or country, be it among the choices or not', async () => {
    const meant = async (town: string, words: string) => {
      const result = await places.find(town);
      const choices = result.kind === 'ambiguous' ? result.choices : [];
      return (await places.among(words, choices))?.label;
    };
    expect(await meant('Springfield', 'the one in Illinois')).to.equal('Springfield, IL');
    expect(await meant('Springfield', 'IL')).to.equal('Springfield, IL');
    expect(await meant('Springfield', 'the Massachusetts one')).to.equal('Springfield, MA');
    expect(await meant('Springfield', 'Vermont')).to.equal('Springfield, VT');
    expect(await meant('London', 'England')).to.equal('London, United Kingdom');
    expect(await meant('Springfield', 'Germany')).to.equal(undefined);
    expect(await meant('Springfield', 'neither')).to.equal(undefined);
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
    'yes',
    'no',
    'ok',
    'home',
    'hello',
    'thanks',
    'women only',
    'I have pain in my neck',
    'nice',
    'man',
    'cool',
    'pain in most of my back',
    'pairs',
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
      'Paris',
      'München',
      'france',
      'SW1A 1AA',
      'Georgia',
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
        expect(result.kind).to.be.oneOf(['found', 'ambiguous', 'unknown']);
        expect(shown.length).to.be.within(result.kind === 'unknown' ? 0 : 1, 5);
        expect((await places.among(given, shown))?.label).to.satisfy(
          (label?: string) => label === undefined || shown.length > 0,
        );
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
