import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { createOpenAIEmbedder, type EmbedderSettings } from '../../../services/model/openai-embedder.js';
import { openVectorCache } from '../../../services/model/vector-cache.js';
import {
  type Behaviour,
  type FakeOpenAI,
  flood,
  html,
  silence,
  stall,
  startFakeOpenAI,
  status,
} from '../../support/fake-openai.js';

const inputOf = (request: unknown): string[] => (request as { input: string[] }).input;

/** Answers with a vector for each text: its length and the code of its first letter. */
const embeds: Behaviour = (response, request) => {
  const data = inputOf(request).map((text, at) => ({
    object: 'embedding',
    index: at,
    embedding: [text.length, text.charCodeAt(0)],
  }));
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify({ object: 'list', data, model: 'm', usage: { prompt_tokens: 1, total_tokens: 1 } }),
  );
};

const oneTooFew: Behaviour = (response, request) =>
  embeds(response, { ...request, input: inputOf(request).slice(1) } as typeof request);

describe('embeddings', () => {
  let endpoint: FakeOpenAI;
  let folder: string;

  beforeEach(async () => {
    endpoint = await startFakeOpenAI();
    folder = mkdtempSync(join(tmpdir(), 'vectors-'));
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true });
    await endpoint.close();
  });

  function embedder(settings: Partial<EmbedderSettings> = {}) {
    const failures: string[] = [];
    const made = createOpenAIEmbedder({
      apiKey: 'key-1',
      baseUrl: endpoint.baseUrl,
      model: 'm',
      deadlineMs: 5000,
      onFailure: (code) => failures.push(code),
      ...settings,
    });
    return { ...made, failures };
  }

  it('come from an endpoint that speaks the protocol, a vector for each text', async () => {
    endpoint.behave(embeds);
    const vectors = await embedder().embed(['ab', 'c']);
    expect(vectors?.map((vector) => [...vector])).to.deep.equal([
      [2, 97],
      [1, 99],
    ]);
    expect(endpoint.requests[0]?.authorization).to.equal('Bearer key-1');
  });

  it('of passages are kept on disk, so that only what changed is asked for; those of questions are not', async () => {
    endpoint.behave(embeds);
    const cache = openVectorCache(join(folder, 'embeddings'), 'm');
    await embedder({ cache }).embed(['one', 'two']);
    const vectors = await embedder({ cache }).embed(['one', 'three', 'two']);
    expect(vectors?.map((vector) => vector[0])).to.deep.equal([3, 5, 3]);
    expect(endpoint.requests.map(({ body }) => inputOf(body))).to.deep.equal([['one', 'two'], ['three']]);
    const before = readdirSync(join(folder, 'embeddings'));
    await embedder({ cache }).embed(['what I asked']);
    expect(readdirSync(join(folder, 'embeddings'))).to.deep.equal(before);
  });

  it('of another model are not taken for this one’s, nor a broken file for a vector', async () => {
    endpoint.behave(embeds);
    const path = join(folder, 'embeddings');
    await embedder({ cache: openVectorCache(path, 'm') }).embed(['one', 'two']);
    expect(await openVectorCache(path, 'other').read('one')).to.equal(undefined);
    for (const file of readdirSync(path)) writeFileSync(join(path, file), 'abc');
    expect(await openVectorCache(path, 'm').read('one')).to.equal(undefined);
  });

  const faults: [name: string, behaviour: Behaviour, code: string][] = [
    ['refuses the key', status(401), 'MODEL_REFUSED'],
    ['has had enough', status(429, { 'retry-after': '30' }), 'MODEL_RATE_LIMITED'],
    ['breaks', status(500), 'MODEL_UNAVAILABLE'],
    ['answers with a web page', html, 'MODEL_UNREADABLE'],
    ['never answers', silence, 'MODEL_DEADLINE'],
    ['stalls', stall, 'MODEL_DEADLINE'],
    ['floods', flood(false), 'MODEL_TOO_LARGE'],
    ['leaves one out', oneTooFew, 'MODEL_UNREADABLE'],
  ];
  for (const [name, behaviour, code] of faults) {
    it(`are left out where the endpoint ${name}`, async () => {
      endpoint.behave(behaviour);
      const { embed, failures } = embedder({ deadlineMs: 1500 });
      expect(await embed(['a', 'b'])).to.equal(undefined);
      expect(failures).to.deep.equal([code]);
    });
  }

  it('are not asked for again for a while after three failures in a row', async () => {
    endpoint.behave(status(500));
    const { embed, failures } = embedder();
    for (let call = 0; call < 5; call++) await embed(['a']);
    expect(failures.slice(3)).to.deep.equal(['MODEL_PAUSED', 'MODEL_PAUSED']);
    expect(endpoint.requests).to.have.length(3);
  });
});
