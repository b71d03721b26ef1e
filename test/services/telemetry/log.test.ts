import { expect } from 'chai';
import { CodedError } from '../../../knowledge/coded-error.js';
import { createLog, type Log } from '../../../services/telemetry/log.js';
import type { LogFields } from '../../../services/telemetry/log-fields.js';

const said = [
  'I am pregnant and my calf is swollen',
  'my name is Maria del Carmen',
  'call me at (212) 555-0147',
  'SSN 078-05-1120',
  'jane.q.doe+back@example.com',
  'Emily',
  'EMILY',
  'scoliosis',
  '1961-07-03',
  'DE89370400440532013000',
  'multi\nline\n    at chest pain (/x.ts:1:1)',
  '/etc/passwd',
  '💥 ‮evil',
];

function recorder(): { log: Log; lines: () => Record<string, unknown>[]; text: () => string } {
  const written: string[] = [];
  const log = createLog({
    level: 'debug',
    destination: { write: (line: string) => void written.push(line) },
  });
  return {
    log,
    lines: () => written.map((line) => JSON.parse(line) as Record<string, unknown>),
    text: () => written.join(''),
  };
}

const fieldNames: (keyof LogFields)[] = [
  'code',
  'route',
  'status',
  'durationMs',
  'channel',
  'count',
  'attempts',
  'port',
  'host',
  'reason',
  'version',
  'conversation',
  'error',
];

describe('the log', () => {
  it('writes an event with the facts about it', () => {
    const { log, lines } = recorder();
    const facts = {
      code: 'STORE_BUSY',
      route: 'POST /api/messages',
      status: 503,
      durationMs: 12.3,
      channel: 'msteams',
      count: 2,
      attempts: 3,
      port: 3978,
      host: '127.0.0.1',
      reason: 'store-down',
      version: '0.1.0',
    } as const;
    log.warn('store.slow', facts);
    expect(lines()).to.have.length(1);
    expect(lines()[0]).to.include({ level: 'warn', event: 'store.slow', ...facts });
  });

  it('writes a conversation as a short hash that stays the same', () => {
    const { log, lines } = recorder();
    log.info('turn.done', { conversation: 'conversation-1' });
    log.info('turn.done', { conversation: 'conversation-1' });
    expect(lines()[0]?.conversation).to.match(/^[0-9a-f]{10}$/);
    expect(lines()[0]?.conversation).to.equal(lines()[1]?.conversation);
  });

  it('keeps to its level', () => {
    const written: string[] = [];
    const log = createLog({
      level: 'warn',
      destination: { write: (line: string) => void written.push(line) },
    });
    log.debug('turn.done');
    log.info('turn.done');
    expect(written).to.deep.equal([]);
    log.error('turn.failed');
    expect(written).to.have.length(1);
  });

  it('writes an error as class, code and places in the code', () => {
    const { log, lines } = recorder();
    log.error('turn.failed', { error: new CodedError('STORE_BUSY', 'my back hurts') });
    const error = lines()[0]?.error as { name: string; code: string; frames: string[] };
    expect(error).to.include({ name: 'CodedError', code: 'STORE_BUSY' });
    expect(error.frames[0]).to.match(/^test\/services\/telemetry\/log\.test\.ts:\d+:\d+$/);
  });

  for (const words of said) {
    it(`writes nothing of ${JSON.stringify(words)}, wherever it is put`, () => {
      const { log, text, lines } = recorder();
      for (const level of ['debug', 'info', 'warn', 'error'] as const) {
        log[level](words);
        for (const name of fieldNames) log[level]('turn.done', { [name]: words } as LogFields);
        log[level]('turn.done', { [words]: 1, note: words } as LogFields);
        for (const error of errorsHolding(words)) log[level]('turn.failed', { error });
      }
      expect(lines().length).to.equal(4 * (fieldNames.length + 2 + errorsHolding(words).length));
      for (const fragment of words.split('\n')) {
        expect(text()).to.not.include(fragment.trim());
        expect(text()).to.not.include(JSON.stringify(fragment.trim()).slice(1, -1));
      }
    });
  }
});

/** An error with the words in its message, cause, name, code, class name and further fields. */
function errorsHolding(words: string): unknown[] {
  const named = new Error('x');
  named.name = words;
  const renamedClass = class extends Error {};
  Object.defineProperty(renamedClass, 'name', { value: `${words} ` });
  const shortened = new Error(words);
  shortened.message = 'shorter';
  return [
    new Error(words),
    new Error('outer', { cause: new Error(words) }),
    named,
    new renamedClass('x'),
    shortened,
    Object.assign(new Error('x'), { code: words, text: words, activity: { text: words } }),
    new AggregateError([new Error(words)], words),
    words,
    { message: words },
  ];
}
