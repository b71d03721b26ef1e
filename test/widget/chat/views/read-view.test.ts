import { expect } from 'chai';
import { readView } from '../../../../widget/chat/views/read-view.js';
import { views } from '../../../bots/renderers/views.js';

describe('reading a view', () => {
  it('takes every kind as it is', () => {
    for (const [name, view] of Object.entries(views))
      expect(readView(JSON.parse(JSON.stringify(view))), name).to.deep.equal(view);
  });

  it('takes nothing that lacks a part or has one of another kind', () => {
    for (const [name, view] of Object.entries(views)) {
      for (const part of Object.keys(view)) {
        const broken = JSON.parse(JSON.stringify({ ...view, [part]: { toString: 'x' } }));
        if (part === 'closed') continue;
        expect(readView(broken), `${name} ${part}`).to.equal(undefined);
      }
    }
    for (const bad of [
      null,
      7,
      'message',
      [],
      {},
      { kind: 'dance' },
      { kind: 'toString' },
      { kind: '__proto__' },
    ])
      expect(readView(bad)).to.equal(undefined);
  });
});
