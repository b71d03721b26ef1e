import { DirectLine } from 'botframework-directlinejs';
import { WebSocket } from 'ws';
import { SmallXMLHttpRequest } from '../../../support/xml-http-request.js';

type Options = ConstructorParameters<typeof DirectLine>[0] & { token: string };
type Scheduler = NonNullable<Options['scheduler']>;

/** How much faster than the clock the client's waits pass: it waits 3 to 15 s before it connects again. */
const HASTE = 20;

/** Gives Node what directlinejs expects of a browser. @returns what takes it away again */
export function likeABrowser(): () => void {
  const names = ['XMLHttpRequest', 'WebSocket'] as const;
  const before = names.map((name) => Object.getOwnPropertyDescriptor(globalThis, name));
  const give = (name: string, value: unknown) =>
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  give('XMLHttpRequest', SmallXMLHttpRequest);
  give('WebSocket', WebSocket);
  return () => {
    for (const [index, name] of names.entries()) {
      const was = before[index];
      if (was) Object.defineProperty(globalThis, name, was);
      else Reflect.deleteProperty(globalThis, name);
    }
  };
}

/** Those that would connect again and again, and keep the process from its end. */
const running = new Set<RealClient>();

/** Also where a test failed half-way. */
export function endRealClients(): void {
  for (const client of running) client.end();
}

/** The real client, in a hurry. */
export class RealClient {
  readonly received: { id?: string; type: string; text?: string; channelData?: unknown }[] = [];
  readonly statuses: number[] = [];
  readonly directLine: DirectLine;
  readonly #listening: { unsubscribe(): void };
  #check = () => {};
  #sent = 0;

  constructor(options: Options) {
    this.directLine = new DirectLine({ scheduler: hasty(), random: () => 0, ...options } as Options);
    this.directLine.connectionStatus$.subscribe((status) => {
      this.statuses.push(status);
      this.#check();
    });
    running.add(this);
    this.#listening = this.directLine.activity$.subscribe(
      (activity) => {
        this.received.push(activity as never);
        this.#check();
      },
      () => undefined,
    );
  }

  get texts(): (string | undefined)[] {
    return this.received.filter(({ type }) => type === 'message').map(({ text }) => text);
  }

  /** Sends as Web Chat does: again, with the same id of its own, as long as the client says "retry". */
  async say(text: string): Promise<string> {
    const clientActivityID = `client-${this.#sent++}`;
    while (running.has(this)) {
      const id = await new Promise<string>((resolve, reject) => {
        this.directLine
          .postActivity({ type: 'message', text, from: { id: 'me' }, channelData: { clientActivityID } })
          .subscribe(resolve, reject);
      });
      if (id !== 'retry') return id;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return 'given up';
  }

  until(holds: (client: this) => boolean): Promise<void> {
    return new Promise((resolve) => {
      this.#check = () => holds(this) && resolve();
      this.#check();
    });
  }

  end(): void {
    running.delete(this);
    this.#listening.unsubscribe();
    this.directLine.end();
  }
}

/** The scheduler that the client would take by itself, with time passing faster. */
function hasty(): Scheduler {
  const plain = new DirectLine({ token: 'none' }) as unknown as { services: { scheduler: Scheduler } };
  const { scheduler } = plain.services;
  const begun = Date.now();
  return Object.create(scheduler, {
    now: { value: () => begun + (Date.now() - begun) * HASTE },
    schedule: {
      value: (...[work, delay = 0, state]: Parameters<Scheduler['schedule']>) =>
        scheduler.schedule(work, delay / HASTE, state),
    },
  });
}
