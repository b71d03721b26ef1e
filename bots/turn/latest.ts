/**
 * The latest message of each conversation that is being answered or waits for it. A further one overtakes it: what
 * only takes time is cut short then, so that danger told in the second message is heard without delay.
 */
export class Latest {
  private readonly messages = new Map<string, { dedupeKey: string; overtaken: AbortController }>();

  /** Aborted once another message comes; the same one sent again is no other. */
  begin(conversationId: string, dedupeKey: string): AbortSignal {
    const before = this.messages.get(conversationId);
    if (before?.dedupeKey === dedupeKey) return before.overtaken.signal;
    before?.overtaken.abort();
    const overtaken = new AbortController();
    this.messages.set(conversationId, { dedupeKey, overtaken });
    return overtaken.signal;
  }

  end(conversationId: string, signal: AbortSignal | undefined): void {
    if (signal && this.messages.get(conversationId)?.overtaken.signal === signal)
      this.messages.delete(conversationId);
  }
}
