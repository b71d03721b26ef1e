import { expect } from 'chai';
import type { FindingProposer, Proposal } from '../../../knowledge/symptoms/proposals/proposal.js';
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

describe('what a conversation may spend on a model', () => {
  it('is counted with each message, and ends the asking: the rules go on alone', async () => {
    let asked = 0;
    const proposer: FindingProposer = {
      async propose(_, budget) {
        if (!budget?.isLeft()) return [];
        asked++;
        budget.spend(150_000);
        return [];
      },
    };
    const small = ['my neck is stiff', 'for two weeks', 'about 3', 'from the desk', 'it is dull'];
    await talk([...agreed, ...small.map((text): Line => [text])], { proposer });
    expect(asked).to.equal(3);
  });

  it('is not given back by starting over, nor counted twice when a turn runs again', async () => {
    let asked = 0;
    const proposer: FindingProposer = {
      async propose(_, budget) {
        if (!budget?.isLeft()) return [];
        asked++;
        budget.spend(250_000);
        return [];
      },
    };
    await talk([...agreed, ['my neck is stiff'], ['start over'], ['yes'], ['me'], ['my knee hurts'], ['3']], {
      proposer,
      store: new BusyStore(),
    });
    expect(asked).to.equal(2);
  });
});
