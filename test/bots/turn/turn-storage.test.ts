import { expect } from 'chai';
import { TurnStorage } from '../../../bots/turn/turn-storage.js';

describe('botbuilder’s view of the store in one turn', () => {
  it('reads what was loaded, and what was written since', async () => {
    const storage = new TurnStorage({ a: { n: 1 } });
    await storage.write({ b: { n: 2 } });
    expect(await storage.read(['a', 'b', 'c'])).to.deep.equal({ a: { n: 1 }, b: { n: 2 } });
  });

  it('keeps what is to be committed', async () => {
    const storage = new TurnStorage({ a: { n: 1 }, b: { n: 2 } });
    await storage.write({ a: { n: 3 } });
    await storage.delete(['b', 'c']);
    expect(storage.state).to.deep.equal({ a: { n: 3 } });
  });

  it('finds nothing that no one wrote', async () => {
    expect(await new TurnStorage({}).read(['constructor', 'toString'])).to.deep.equal({});
  });
});
