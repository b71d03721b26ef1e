import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { WebSocket } from 'ws';
import { ORDINARY_CONVERSATION } from './ordinary-conversation.js';

/**
 * Many patients at once on our own Direct Line: so many WebSockets open in one server process, each of its own
 * conversation, and messages spread over all of them. Measured from the moment a message is posted to the moment
 * its answer has come down the socket. The patients are this process; both share the machine's cores. Processor
 * time is the server's, all threads counted; it is known on Linux only, and is the steadier figure where the
 * machine does other things too.
 *
 *   npm run bench:sockets [-- --sockets 1000 --rate 100 --seconds 30 --warm-up 10]
 */
const { values } = parseArgs({
  options: {
    sockets: { type: 'string', default: '1000' },
    rate: { type: 'string', default: '100' },
    seconds: { type: 'string', default: '30' },
    'warm-up': { type: 'string', default: '10' },
  },
});
const SOCKETS = Number(values.sockets);
const RATE = Number(values.rate);
const SECONDS = Number(values.seconds);
/** Until the compiler is done with what a turn runs. */
const WARM_UP_SECONDS = Number(values['warm-up']);
/** How many conversations are opened at the same time. */
const OPENING = 16;
const LATEST = 250;
const CLOCK_TICK_MS = 10;

const SECRET = crypto.randomUUID() + crypto.randomUUID();
const PORT = 20_000 + Math.floor(Math.random() * 20_000);
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** One patient, who says the next line of an ordinary conversation whenever it is their turn. */
class Patient {
  #line = 0;
  #answered = new Map<string, () => void>();

  private constructor(
    private readonly conversationId: string,
    private readonly token: string,
    readonly socket: WebSocket,
  ) {
    socket.on('message', (data) => this.#hear(String(data)));
  }

  static async arrive(): Promise<Patient> {
    const { conversationId, token, streamUrl } = await post<Record<string, string>>(
      'conversations',
      SECRET,
      {},
    );
    const socket = new WebSocket(streamUrl ?? '', { perMessageDeflate: false });
    const patient = new Patient(conversationId ?? '', token ?? '', socket);
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    return patient;
  }

  /** @returns milliseconds until the answer stood in a frame of the socket */
  async say(): Promise<number> {
    const text = ORDINARY_CONVERSATION[this.#line++ % ORDINARY_CONVERSATION.length] ?? '';
    const clientActivityID = crypto.randomUUID();
    const before = performance.now();
    const answered = new Promise<void>((resolve) => this.#answered.set(clientActivityID, resolve));
    const activity = { type: 'message', text, locale: 'en-US', channelData: { clientActivityID } };
    await Promise.all([
      post(`conversations/${this.conversationId}/activities`, this.token, activity),
      answered,
    ]);
    return performance.now() - before;
  }

  /** A turn is committed, and hence shown, as a whole: the patient's own message, and the answer behind it. */
  #hear(frame: string): void {
    if (!frame) return;
    const { activities } = JSON.parse(frame) as {
      activities: { from?: { role?: string }; channelData?: { clientActivityID?: string } }[];
    };
    const own = activities.flatMap(({ channelData }) => channelData?.clientActivityID ?? []);
    if (!activities.some(({ from }) => from?.role === 'bot')) return;
    for (const id of own) {
      this.#answered.get(id)?.();
      this.#answered.delete(id);
    }
  }
}

const dataDir = mkdtempSync(join(tmpdir(), 'bench-sockets-'));
const server = start();
try {
  await untilReady();
  const opening = performance.now();
  const patients = await arriveAll();
  const openedMs = performance.now() - opening;
  await load(patients, WARM_UP_SECONDS);
  const processorBefore = processorMs();
  const times = await load(patients, SECONDS);
  report(times, openedMs, (processorMs() - processorBefore) / times.length, patients);
} finally {
  server.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit();

function start(): ChildProcess {
  const settings = {
    PORT: String(PORT),
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    DIRECT_LINE_SECRET: SECRET,
    LOG_LEVEL: 'error',
  };
  return spawn(process.execPath, ['dist/index.js'], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function untilReady(): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt++) {
    const ready = await fetch(`http://127.0.0.1:${PORT}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the server does not become ready on port ${PORT}`);
}

async function arriveAll(): Promise<Patient[]> {
  const patients: Patient[] = [];
  const arrive = async () => {
    while (patients.length < SOCKETS) {
      const place = patients.push(undefined as never) - 1;
      patients[place] = await Patient.arrive();
    }
  };
  await Promise.all(Array.from({ length: OPENING }, arrive));
  return patients;
}

/** The messages begin at fixed times, whether or not earlier ones were answered. @returns milliseconds of each */
async function load(patients: Patient[], seconds: number): Promise<number[]> {
  const begun = performance.now();
  const waiting: Promise<number>[] = [];
  const messages = RATE * seconds;
  while (waiting.length < messages) {
    const due = Math.min(messages, ((performance.now() - begun) / 1000) * RATE);
    while (waiting.length < due) waiting.push((patients[waiting.length % patients.length] as Patient).say());
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return Promise.all(waiting);
}

function post<T>(path: string, bearer: string, body: object): Promise<T> {
  return new Promise((resolve, reject) => {
    const payload = JSON.stringify(body);
    const headers = {
      authorization: `Bearer ${bearer}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(payload),
    };
    const target = { port: PORT, host: '127.0.0.1', path: `/v3/directline/${path}`, method: 'POST' };
    const sent = request({ ...target, agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => {
        if (response.statusCode === 200 || response.statusCode === 201) resolve(JSON.parse(text) as T);
        else reject(new Error(`${path.split('/')[0]}: status ${response.statusCode}`));
      });
    });
    sent.on('error', reject);
    sent.end(payload);
  });
}

/** Of the server, so far; NaN where the system does not tell. */
function processorMs(): number {
  try {
    const fields = readFileSync(`/proc/${server.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * CLOCK_TICK_MS;
  } catch {
    return Number.NaN;
  }
}

function report(times: number[], openedMs: number, processorEach: number, patients: Patient[]): void {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  console.table([
    {
      'sockets open': patients.filter(({ socket }) => socket.readyState === WebSocket.OPEN).length,
      'opened in s': (openedMs / 1000).toFixed(1),
      'messages/s': RATE,
      answered: times.length,
      'median ms': at(0.5).toFixed(1),
      'p99 ms': at(0.99).toFixed(1),
      'max ms': at(1).toFixed(1),
      'processor ms a message': processorEach.toFixed(1),
    },
  ]);
  console.log(`p99 under ${LATEST} ms: ${at(0.99) < LATEST ? 'yes' : 'no'}`);
}
