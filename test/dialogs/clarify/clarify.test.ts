import { expect } from 'chai';
import { type Line, talk } from '../support/talk.js';

const agreed: Line[] = [['yes'], ['me']];
const ONE_LEG = /Is one calf or leg more swollen/;

describe('a vague alarm', () => {
  it('leads to one clear question at once, with its why, and a yes raises the alarm', async () => {
    const { last, replies } = await talk([
      ...agreed,
      ['my leg is puffy', ONE_LEG, { not: /Question 2/ }],
      ['why?', /Why I ask: swelling of one side/, ONE_LEG],
      ['yeah it is', /within 24 hours/],
    ]);
    expect(replies[2]?.match(/\?/g)).to.have.length(1);
    expect(last.disposition).to.equal('urgent');
  });

  it('is settled by a no, and the interview goes on', async () => {
    const { last } = await talk([
      ...agreed,
      ['my leg is puffy', ONE_LEG],
      ['nope', /Question/, { not: /sorry|be sure of first/ }],
    ]);
    expect(last.disposition).to.equal('clearance');
  });

  it('counts "not sure" as a yes until somebody has looked', async () => {
    const { last } = await talk([...agreed, ['my leg is puffy', ONE_LEG], ['not sure']]);
    expect(last.disposition).to.equal('urgent');
  });

  it('is not asked again for ever: what is not answered twice is left for the checklist', async () => {
    await talk([
      ...agreed,
      ['my leg is puffy', ONE_LEG],
      ['blue', /yes, no or not sure/],
      ['green', { not: ONE_LEG }],
    ]);
  });

  it('takes an answer in other words, and is worded for the person it is about', async () => {
    const { last } = await talk([
      ['yes'],
      ['my child'],
      ['her leg is puffy', /with your child\? One calf or leg is swollen/],
      ['yes only the left calf is swollen'],
    ]);
    expect(last.disposition).to.equal('urgent');
  });

  it('of despair is asked about directly, and of a chest that feels odd by its pressure', async () => {
    const low = await talk([
      ...agreed,
      ['I feel hopeless lately and my neck is stiff', /thoughts of ending your life/],
      ['yes', /988/],
    ]);
    expect(low.last.disposition).to.equal('emergency');
    const odd = await talk([...agreed, ['my chest feels funny', /pressure or heaviness/], ['yes', /911/]]);
    expect(odd.last.disposition).to.equal('emergency');
  });

  for (const answer of ['left calf', 'the right one', 'left']) {
    it(`takes "${answer}" for a yes: who says which one says that it is one`, async () => {
      const { last } = await talk([...agreed, ['my leg is puffy', ONE_LEG], [answer]]);
      expect(last.disposition).to.equal('urgent');
    });
  }

  it('is not asked after where nothing is vague', async () => {
    await talk([...agreed, ['my neck is stiff from the desk', { not: /be sure of first/ }]]);
  });
});
