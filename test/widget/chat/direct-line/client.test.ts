import { expect } from 'chai';
import { Session } from '../../../../widget/chat/session.js';
import { entriesOf } from '../../../../widget/chat/state/transcript.js';
import { FakeServer } from '../../support/fake-server.js';
import { ManualPorts, until } from '../../support/manual-ports.js';

describe('the widget’s Direct Line client', () => {
  let server: FakeServer;
  let ports: ManualPorts;
  let session: Session;

  const texts = () =>
    entriesOf(session.state.transcript).map((entry) =>
      entry.from === 'person' ? `> ${entry.text}` : 'text' in entry.view ? entry.view.text : '',
    );
  const fates = () => session.state.transcript.pending.map(({ status }) => status);
  const is = (connection: string) => () => session.state.connection === connection;
  const calls = (method: string, ending: string) =>
    server.requests.filter((request) => request.method === method && request.path.endsWith(ending));
  const open = async () => {
    session = new Session(ports, { base: `${server.url}/`, locale: 'en-GB' });
    session.start();
    await until(is('online'));
  };

  beforeEach(async () => {
    server = await FakeServer.start();
    server.bot = ({ text }) => [{ kind: 'message', text: `You said ${text}.` }];
    ports = new ManualPorts();
  });
  afterEach(() => server.stop());

  it('greets with one request, then hears by the socket', async () => {
    await open();
    expect(texts()).to.deep.equal(['Hello.']);
    expect(server.requests).to.have.length(1);
    expect(server.requests[0]?.body).to.deep.equal({ locale: 'en-GB' });
    server.say({ kind: 'message', text: 'Still there?' });
    await until(() => texts().length === 2);
  });

  it('sends with an id of its own, and shows the echo once', async () => {
    await open();
    session.say('neck', { question: 'place', choice: 'neck' });
    expect(texts()).to.deep.equal(['Hello.', '> neck']);
    await until(() => texts().length === 3);
    expect(texts()).to.deep.equal(['Hello.', '> neck', 'You said neck.']);
    expect(calls('POST', '/activities')[0]?.body).to.deep.include({
      text: 'neck',
      locale: 'en-GB',
      value: { question: 'place', choice: 'neck' },
      channelData: { clientActivityID: 'id-1' },
    });
  });

  it('sends again with the same id where no answer came, though the first one took effect', async () => {
    await open();
    let isFirst = true;
    const post = ports.fetch;
    ports.fetch = async (url, options) => {
      const answer = await post(url, options);
      if (url.endsWith('/activities') && isFirst) {
        isFirst = false;
        throw new TypeError('the connection was cut before the answer');
      }
      return answer;
    };
    session.say('neck');
    await until(() => texts().length === 3);
    ports.advance(1500);
    session.say('knee');
    await until(() => texts().length === 5);
    expect(texts()).to.deep.equal(['Hello.', '> neck', 'You said neck.', '> knee', 'You said knee.']);
  });

  it('gives up after some tries, and sends the same id when asked to', async () => {
    await open();
    server.fault = (method, path) => (method === 'POST' && path.endsWith('/activities') ? 503 : undefined);
    session.say('neck');
    await advanceUntil(() => fates()[0] === 'failed');
    expect(calls('POST', '/activities')).to.have.length(4);
    server.fault = () => undefined;
    session.retry('id-1');
    await until(() => texts().length === 3);
    expect(texts()).to.deep.equal(['Hello.', '> neck', 'You said neck.']);
    expect(server.onlyFeed.entries).to.have.length(3);
  });

  it('does not send again what the server will never take', async () => {
    await open();
    server.fault = (method, path) => (method === 'POST' && path.endsWith('/activities') ? 413 : undefined);
    session.say('neck');
    await until(() => fates()[0] === 'failed');
    expect(calls('POST', '/activities')).to.have.length(1);
    session.discard('id-1');
    expect(texts()).to.deep.equal(['Hello.']);
  });

  it('comes back from the watermark when the socket is cut, and misses nothing', async () => {
    await open();
    server.dropSockets();
    server.onlyFeed.say({ kind: 'message', text: 'While you were away.' });
    await until(is('reconnecting'));
    ports.advance(1000);
    await until(() => texts().length === 2);
    expect(calls('GET', server.onlyFeed.conversationId)).to.have.length(1);
    expect(is('online')()).to.equal(true);
  });

  it('waits longer each time while the server is down', async () => {
    await open();
    server.fault = () => 503;
    server.dropSockets();
    await until(is('reconnecting'));
    const waits: number[] = [];
    for (let tries = 1; tries <= 4; tries++) {
      const from = ports.now();
      await advanceUntil(() => calls('GET', server.onlyFeed.conversationId).length === tries);
      waits.push(ports.now() - from);
    }
    for (const [at, wait] of waits.entries()) if (at > 0) expect(wait).to.be.greaterThan(waits[at - 1] ?? 0);
    server.fault = () => undefined;
    await advanceUntil(is('online'));
  });

  it('polls where no socket opens, and tries a socket again after a while', async () => {
    server.refusesSockets = true;
    session = new Session(ports, { base: `${server.url}/`, locale: 'en' });
    session.start();
    await advanceUntil(is('online'));
    server.onlyFeed.say({ kind: 'message', text: 'By polling.' });
    await advanceUntil(() => texts().length === 2);
    server.refusesSockets = false;
    await advanceUntil(() => server.sockets.size === 1, 5000);
    server.say({ kind: 'message', text: 'By socket.' });
    await until(() => texts().length === 3);
  });

  it('leaves the socket to another tab that took it, and keeps up by polling', async () => {
    await open();
    const first = session;
    await open();
    await until(() => ports.opened.length === 2);
    server.say({ kind: 'message', text: 'To both.' });
    await advanceUntil(() => entriesOf(first.state.transcript).length === 2);
    expect(ports.opened).to.have.length(2);
    expect(first.state.connection).to.equal('online');
  });

  it('finds a socket that died without a word, as what was sent does not come back by it', async () => {
    await open();
    const { conversationId } = server.onlyFeed;
    server.sockets.delete(conversationId);
    session.say('neck');
    await until(() => fates()[0] === 'sent');
    ports.advance(4000);
    await until(() => texts().length === 3);
    await advanceUntil(() => server.sockets.has(conversationId));
  });

  it('takes the conversation up again on the next page', async () => {
    await open();
    session.say('neck');
    await until(() => texts().length === 3);
    await open();
    expect(texts()).to.deep.equal(['Hello.', '> neck', 'You said neck.']);
    expect(server.feeds.size).to.equal(1);
  });

  it('says so where the earlier conversation is gone', async () => {
    ports.handle = 'expired';
    await open();
    expect(session.state.transcript.isAfterLost).to.equal(true);
    expect(texts()).to.deep.equal(['Hello.']);
  });

  it('renews its token before it expires, and uses the new one', async () => {
    await open();
    ports.advance(900_000);
    await until(() => calls('POST', '/tokens/refresh').length === 1);
    await advanceUntil(() => calls('POST', '/tokens/refresh').length === 2, 1000);
    const [old, used] = calls('POST', '/tokens/refresh').map(({ authorization }) => authorization);
    expect(used)
      .to.match(/^Bearer token-/)
      .and.not.equal(old);
  });

  it('starts anew with its handle when the token is refused, and sends what was under way', async () => {
    await open();
    let refusals = 1;
    server.fault = (method, path) =>
      method === 'POST' && path.endsWith('/activities') && refusals-- > 0 ? 403 : undefined;
    session.say('neck');
    await until(() => texts().length === 3);
    expect(calls('POST', '/widget/conversation')).to.have.length(2);
    expect(texts()).to.deep.equal(['Hello.', '> neck', 'You said neck.']);
    expect(server.feeds.size).to.equal(1);
  });

  it('sends words into the new conversation where the old one has expired,', async () => {
    await open();
    server.feeds.clear();
    ports.handle = 'expired';
    session.say('chest pain');
    await until(() => texts().length === 3);
    expect(texts()).to.deep.equal(['Hello.', '> chest pain', 'You said chest pain.']);
  });

  it('keeps what is written offline and sends it, in order, when it is back', async () => {
    await open();
    ports.online = false;
    session.goOffline();
    session.say('one');
    session.say('two');
    expect(session.state.connection).to.equal('offline');
    expect(fates()).to.deep.equal(['sending', 'sending']);
    ports.online = true;
    session.wake();
    await advanceUntil(() => texts().length === 5);
    expect(texts()).to.deep.equal(['Hello.', '> one', 'You said one.', '> two', 'You said two.']);
    await until(is('online'));
  });

  it('goes on trying where the server cannot be reached at the start', async () => {
    server.fault = () => 503;
    session = new Session(ports, { base: `${server.url}/`, locale: 'en' });
    session.start();
    await until(is('unreachable'));
    session.say('neck');
    server.fault = () => undefined;
    await advanceUntil(() => texts().length === 3);
  });

  it('stops where the server will not talk to this page', async () => {
    server.fault = () => 403;
    session = new Session(ports, { base: `${server.url}/`, locale: 'en' });
    session.start();
    await until(is('refused'));
    ports.advance(120_000);
    expect(server.requests).to.have.length(1);
  });

  it('takes a double tap for one, and an answer to an answered question for none', async () => {
    server.welcome = [{ kind: 'question', id: 'age', text: '?', choices: [{ value: 'a', label: 'A' }] }];
    server.bot = () => [];
    await open();
    session.say('A', { question: 'age', choice: 'a' });
    session.say('A', { question: 'age', choice: 'a' });
    session.say('B', { question: 'age', choice: 'b' });
    session.say('More', { question: 'message', choice: 'more' });
    session.say('More', { question: 'message', choice: 'more' });
    ports.advance(1000);
    session.say('More', { question: 'message', choice: 'more' });
    expect(texts()).to.deep.equal(['?', '> A', '> More', '> More']);
    await until(() => fates().length === 0);
  });

  it('shows words as they come, and the message in their place', async () => {
    await open();
    const words = (text: string, streamSequence: number) => ({
      type: 'typing',
      id: 't',
      text,
      from: { id: 'bot' },
      channelData: { streamType: 'streaming', streamSequence, streamId: 's' },
    });
    server.whisper({ type: 'typing', id: 't', from: { id: 'bot' } });
    await until(() => session.state.live.isTyping);
    server.whisper(words('Massage may', 2));
    server.whisper(words('Massage', 1));
    server.whisper(words('Massage may ease', 3));
    const shown = () => session.state.live.stream?.view;
    await until(() => JSON.stringify(shown() ?? '').includes('Massage may ease'));
    expect(shown()).to.deep.equal({ kind: 'message', text: 'Massage may ease' });
    server.say({ kind: 'message', text: 'Massage may ease pain.' });
    await until(() => texts().length === 2);
    expect(session.state.live).to.deep.equal({ isTyping: false });
  });

  it('draws words that come as a view, and takes them away where the connection is lost', async () => {
    await open();
    const view = {
      kind: 'explanation',
      title: 'From the guide',
      sections: [{ statements: [{ text: 'Massage may ease pain.', citations: [] }] }],
      citations: [],
    };
    const channelData = { streamType: 'streaming', streamSequence: 1, streamId: 's', view };
    server.whisper({ type: 'typing', id: 't', text: 'Massage', from: { id: 'bot' }, channelData });
    await until(() => session.state.live.stream !== undefined);
    expect(session.state.live.stream?.view).to.deep.equal(view);
    server.dropSockets();
    await until(() => session.state.live.stream === undefined);
    expect(texts()).to.deep.equal(['Hello.']);
  });

  it('survives frames that are no activities', async () => {
    await open();
    const socket = server.sockets.get(server.onlyFeed.conversationId);
    for (const frame of ['', '{', 'null', '[]', '{"activities":7}', '{"activities":[null,7,{}]}'])
      socket?.send(frame);
    server.say({ kind: 'message', text: 'After.' });
    await until(() => texts().length === 2);
  });

  /** Moves the clock in small steps, and lets the network work in between. */
  async function advanceUntil(isSo: () => boolean, step = 100): Promise<void> {
    for (let steps = 0; !isSo(); steps++) {
      if (steps > 5000) throw new Error('What the test waits for does not come.');
      ports.advance(step);
      for (let turn = 0; turn < 20 && !isSo(); turn++) await new Promise((resolve) => setImmediate(resolve));
    }
  }
});
