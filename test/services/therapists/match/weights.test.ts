import { expect } from 'chai';
import { weights, weightsSchema } from '../../../../services/therapists/match/weights.js';

describe('the weights of the rank', () => {
  it('are refused where an expired licence could be outweighed', () => {
    const lenient = { ...weights, licence: { ...weights.licence, expired: -50 } };
    expect(weightsSchema.safeParse(lenient).error?.issues[0]?.path).to.deep.equal(['licence', 'expired']);
  });

  it('are refused where the radius does not widen', () => {
    expect(weightsSchema.safeParse({ ...weights, radiusStepsKm: [40, 40] }).success).to.equal(false);
  });
});
