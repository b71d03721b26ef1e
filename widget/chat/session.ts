import { fields } from './direct-line/activity.js';
import { DirectLineClient } from './direct-line/client.js';
import type { Ports } from './direct-line/ports.js';
import { type ChatEvent, type ChatState, initialState, reduceChat } from './state/chat-state.js';
import { standings } from './state/standing.js';
import { entriesOf } from './state/transcript.js';
import { helpfulEvent } from './state/verdicts.js';

/** Within this time a second tap of the same button is the first one's echo. */
const doubleTap = 700;
/** Then the guide is no longer shown as writing, though nothing came. */
const longestTyping = 20_000;

/** What the person can do, and what is to be shown; the only place where the two meet the server. */
export class Session {
  state: ChatState = initialState;
  private readonly client: DirectLineClient;
  private readonly listeners = new Set<() => void>();
  private lastPress = { value: '', at: Number.NEGATIVE_INFINITY };
  private stopTyping: (() => void) | undefined;

  constructor(
    private readonly ports: Ports,
    options: { base: string; locale: string },
  ) {
    this.client = new DirectLineClient(ports, { ...options, listen: (event) => this.dispatch(event) });
  }

  start(): void {
    void this.client.start();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** @param value what a button stands for; without it the person's own words. */
  say(text: string, value?: Record<string, unknown>): void {
    if (text.trim() === '' || (value && !this.takes(value))) return;
    const message = { id: this.ports.newId(), text, ...(value && { value }) };
    this.dispatch({ type: 'submitted', ...message });
    this.client.send(message);
  }

  /** Once more with the same id: if the first one did arrive, the server takes this for it. */
  retry(id: string): void {
    const entry = this.state.transcript.pending.find(({ key }) => key === id);
    if (entry?.status !== 'failed') return;
    this.dispatch({ type: 'retried', id });
    this.client.send({
      id,
      text: entry.text ?? '',
      ...(entry.value !== undefined && { value: entry.value }),
    });
  }

  discard(id: string): void {
    this.dispatch({ type: 'discarded', id });
  }

  /** Whether an answer helped: shown at once, and taken back where it could not be told. */
  async judge(question: string, choice: string): Promise<boolean> {
    const before = this.state.transcript.verdicts[question];
    if (choice === before) return true;
    this.dispatch({ type: 'judged', question, choice });
    const isTold = await this.client.tell(helpfulEvent, { question, choice });
    if (!isTold) this.dispatch({ type: 'judged', question, choice: before });
    return isTold;
  }

  wake(): void {
    this.client.wake();
  }

  goOffline(): void {
    this.client.goOffline();
  }

  /** Not a double tap, and not an answer to a question that has one. */
  private takes(value: Record<string, unknown>): boolean {
    const press = JSON.stringify(value);
    const now = this.ports.now();
    if (press === this.lastPress.value && now - this.lastPress.at < doubleTap) return false;
    const entries = entriesOf(this.state.transcript);
    const asked = entries.filter(
      ({ from, ...entry }) => from === 'guide' && 'view' in entry && fields(entry.view).id === value.question,
    );
    const standing = standings(entries).get(asked.at(-1)?.key ?? '');
    if (standing && !standing.isOpen) return false;
    this.lastPress = { value: press, at: now };
    return true;
  }

  private dispatch(event: ChatEvent): void {
    const before = this.state;
    this.state = reduceChat(before, event);
    if (this.state === before) return;
    if (this.state.live !== before.live) {
      this.stopTyping?.();
      const isOver = () => this.dispatch({ type: 'typing-over' });
      this.stopTyping = this.state.live.isTyping ? this.ports.after(longestTyping, isOver) : undefined;
    }
    for (const listener of this.listeners) listener();
  }
}
