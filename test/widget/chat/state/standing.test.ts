import { expect } from 'chai';
import type { View } from '../../../../dialogs/views/view.js';
import type { Entry } from '../../../../widget/chat/state/entry.js';
import { standings } from '../../../../widget/chat/state/standing.js';

const asks = (key: string, id: string): Entry => ({
  from: 'guide',
  key,
  isNew: true,
  view: { kind: 'question', id, text: '?', choices: [{ value: 'yes', label: 'Yes' }] },
});
const says = (key: string, view: View = { kind: 'message', text: 'x' }): Entry => ({
  from: 'guide',
  key,
  isNew: true,
  view,
});
const answers = (key: string, value?: unknown): Entry => ({
  from: 'person',
  key,
  text: 'x',
  value,
  status: 'sent',
});
const standing = (...entries: Entry[]) => Object.fromEntries(standings(entries));

describe('how a question stands', () => {
  it('is open until it has its answer, and remembers what was chosen', () => {
    expect(standing(asks('1', 'age'))).to.deep.equal({ 1: { isOpen: true, chosen: [] } });
    expect(standing(asks('1', 'age'), answers('2', { question: 'age', choice: 'yes' }))).to.deep.equal({
      1: { isOpen: false, chosen: ['yes'] },
    });
    expect(
      standing(asks('1', 'signs'), answers('2', { question: 'signs', submit: true, items: ['a', 'b'] })),
    ).to.deep.equal({
      1: { isOpen: false, chosen: ['a', 'b'] },
    });
  });

  it('stays open while the person says something else and no other question came', () => {
    expect(standing(asks('1', 'age'), answers('2'), says('3'))).to.deep.equal({
      1: { isOpen: true, chosen: [] },
    });
  });

  it('is closed by the next question, the same one asked again included', () => {
    expect(standing(asks('1', 'age'), answers('2'), asks('3', 'age'))).to.deep.equal({
      1: { isOpen: false, chosen: [] },
      3: { isOpen: true, chosen: [] },
    });
  });

  it('does not take offers for answers', () => {
    expect(standing(asks('1', 'age'), answers('2', { question: 'message', choice: 'yes' }))).to.deep.equal({
      1: { isOpen: true, chosen: [] },
    });
  });
});
