import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { projectPath } from '../../../knowledge/data-file.js';
import { placesOfPackages } from '../../../services/places/place-packages.js';
import { packed, unpacked } from '../../../services/places/prepared-places.js';

describe('the places that the build prepares', () => {
  it('are those of the packages, in the same order', async () => {
    const built = readFileSync(projectPath('dist', 'services', 'places', 'places.json'), 'utf8');
    const places = await placesOfPackages();
    expect(built === packed(places), 'run npm run build').to.equal(true);
    expect(unpacked(built).towns.slice(0, 500)).to.deep.equal(places.towns.slice(0, 500));
    expect(unpacked(built).postcodes.slice(-500)).to.deep.equal(places.postcodes.slice(-500));
    expect(unpacked(built).postcodes).to.have.length(places.postcodes.length);
  });
});
