import { expect } from 'chai';
import type { Proposal } from '../../../knowledge/symptoms/proposals/proposal.js';
import type { CommitResult, TurnCommit } from '../../../services/conversations/conversation-store.js';
import { MemoryStore } from '../../../services/conversations/memory/memory-store.js';
import { type Line, talk } from '../support/talk.js';

const SAID = 'my left wing is all useless, since lunch';

/** Points at the same words whatever it reads, and remembers what it was given. */
function proposerOf(...proposals: Proposal[]) {
  const read: string[] = [];
  return {
    read,
    propose: async (text: string) => {
      read.push(text);
      return proposals;
    },
  };
}

const wing: Proposal = { concept: 'face_droop', quote: 'left wing is all useless' };
const agreed: Line[] = [['yes'], ['me']];

/** Loses every commit of a text once, as to another process. */
class BusyStore extends MemoryStore {
  private readonly lost = new Set<string>();

  override async commit(turn: TurnCommit): Promise<CommitResult> {
    if (this.lost.has(turn.dedupeKey)) return super.commit(turn);
    this.lost.add(turn.dedupeKey);
    return { kind: 'conflict' } as CommitResult;
  }
}

describe('a model that reads beside the rules', () => {
  it('raises the alarm over words that the rules do not know', async () => {
    expect((await talk([...agreed, [SAID, { not: /911/ }]])).last.disposition).to.not.equal('emergency');
    const { last } = await talk([...agreed, [SAID, /911/]], { proposer: proposerOf(wing) });
    expect(last.disposition).to.equal('emergency');
  });

  it('is not shown a word before agreement, nor where the rules already see an emergency', async () => {
    const proposer = proposerOf(wing);
    await talk([[SAID]], { proposer });
    await talk([['no'], [SAID]], { proposer });
    expect(proposer.read).to.deep.equal([]);
    await talk([...agreed, ['crushing chest pain down my left arm'], [SAID]], { proposer });
    expect(proposer.read).to.not.include(SAID);
  });

  it('is asked once for a message, though the turn runs again', async () => {
    const proposer = proposerOf(wing);
    await talk([...agreed, [SAID, /911/]], { proposer, store: new BusyStore() });
    expect(proposer.read.filter((text) => text === SAID)).to.deep.equal([SAID]);
  });
});
