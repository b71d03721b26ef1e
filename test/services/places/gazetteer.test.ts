import { expect } from 'chai';
import { gatherPlaces, type PostcodeRecord } from '../../../services/places/gather-places.js';
import { gazetteerOf } from '../../../services/places/gazetteer.js';

const record = (
  zip: string,
  latitude: number | null,
  city = 'Sampletown',
  state = 'MA',
  country = 'US',
): PostcodeRecord => ({
  zip,
  latitude,
  longitude: -70,
  city,
  state,
  country,
});

const buildGazetteer = (records: PostcodeRecord[]) => gazetteerOf(gatherPlaces(records));

describe('the gazetteer', () => {
  it('puts a town at the median of its postcodes, which a stray one does not move', () => {
    const [town] = buildGazetteer([record('1', 42), record('2', 42.2), record('3', 60)]).townsNamed(
      'sampletown',
    );
    expect(town).to.include({ lat: 42.2, lon: -70, state: 'MA', country: 'US' });
  });

  it('keeps namesakes apart by state, the one with more postcodes first', () => {
    const gazetteer = buildGazetteer([
      record('1', 42),
      record('2', 44, 'Sampletown', 'ME'),
      record('3', 44, 'Sampletown', 'ME'),
    ]);
    expect(gazetteer.townsNamed('sampletown').map(({ state }) => state)).to.deep.equal(['ME', 'MA']);
  });

  it('leaves out what has no coordinates or no state', () => {
    const gazetteer = buildGazetteer([record('1', null), record('2', 0), record('3', 42, 'Apo', 'AE')]);
    expect(['1', '2', '3'].map(gazetteer.postcode)).to.deep.equal([undefined, undefined, undefined]);
  });

  it('names Canadian towns without their quarters', () => {
    const quarters = [
      'Downtown Toronto (King And Spadina)',
      'Toronto Northeast',
      'Toronto South Central',
      'Trois-rivi\ufffdres',
    ];
    const gazetteer = buildGazetteer(
      quarters.map((city, i) => record(`M${i}A`, 43, city, 'Ontario', 'Canada')),
    );
    expect(gazetteer.townsOf({ state: 'ON', country: 'CA' }).map(({ name }) => name)).to.have.members([
      'Toronto',
      'Trois-Rivieres',
    ]);
  });
});
