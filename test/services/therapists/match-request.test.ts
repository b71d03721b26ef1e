import { expect } from 'chai';
import type { CodedError } from '../../../knowledge/coded-error.js';
import type { Places } from '../../../services/places/places.js';
import { answerMatchRequest, matchRequestSchema } from '../../../services/therapists/match-request.js';
import { memoryDirectory } from '../../../services/therapists/memory-directory.js';
import { makeTherapist } from './make-therapist.js';

const BOSTON = { label: 'Boston, MA', lat: 42.36, lon: -71.06, country: 'US' };
const places: Places = {
  find: async (text) => {
    if (text === 'Boston') return { kind: 'found', place: BOSTON };
    return text === 'Springfield' ? { kind: 'ambiguous', choices: [BOSTON] } : { kind: 'unknown' };
  },
  among: async () => undefined,
};
const directory = memoryDirectory([
  makeTherapist('dana', { gender: 'female', location: { lat: 42.4, lon: -71.06 } }),
  makeTherapist('kai', { gender: 'male' }),
]);
const answer = (request: object) =>
  answerMatchRequest(matchRequestSchema.parse(request), { directory, places });

describe('a line of the match command', () => {
  it('is answered with who fits, the best first', async () => {
    const reply = await answer({ id: 7, near: { lat: 42.36, lon: -71.06 }, specialties: ['neck-pain'] });
    expect(reply).to.have.property('id', 7);
    const { matches } = reply as { matches: { therapistId: string; distanceKm: number; score: number }[] };
    expect(matches.map(({ therapistId, distanceKm }) => [therapistId, distanceKm])).to.deep.equal([
      ['kai', 0],
      ['dana', 4.448],
    ]);
    expect(matches[0]?.score).to.be.greaterThan(matches[1]?.score ?? Number.POSITIVE_INFINITY);
  });

  it('looks a place up by name, and passes every wish on', async () => {
    const reply = await answer({
      id: 'a',
      near: { place: 'Boston' },
      gender: 'female',
      limit: 1,
      radiusKm: 10,
    });
    expect(reply).to.have.nested.property('matches[0].therapistId', 'dana');
  });

  it('asks back where the place is ambiguous', async () => {
    expect(await answer({ id: 'a', near: { place: 'Springfield' } })).to.deep.equal({
      id: 'a',
      choices: [BOSTON],
    });
  });

  it('refuses a place nobody knows, without repeating it', async () => {
    const error = await answer({ id: 'a', near: { place: 'my secret place' } }).catch(
      (caught: CodedError) => caught,
    );
    expect(error).to.have.property('code', 'PLACE_UNKNOWN');
    expect((error as CodedError).message).not.to.contain('secret');
  });

  for (const [what, request] of Object.entries({
    'no place': { id: 1 },
    'half a point': { id: 1, near: { lat: 1 } },
    'a point off the globe': { id: 1, near: { lat: 1, lon: 999 } },
    'a negative radius': { id: 1, near: { lat: 1, lon: 1 }, radiusKm: -1 },
    'a wish nobody knows': { id: 1, near: { lat: 1, lon: 1 }, colour: 'red' },
  })) {
    it(`refuses ${what}`, () => expect(matchRequestSchema.safeParse(request).success).to.equal(false));
  }
});
