/** The log of one conversation, as our server keeps it: numbered from 1, its watermark the last number. */
export class Feed {
  readonly entries: Record<string, unknown>[] = [];

  constructor(
    readonly conversationId: string,
    readonly userId: string,
  ) {}

  since(watermark: number): { activities: Record<string, unknown>[]; watermark: string } {
    return {
      activities: this.entries.slice(watermark),
      watermark: String(Math.max(watermark, this.entries.length)),
    };
  }

  /** What the bot says: a view, or bare text. */
  say(content: object): void {
    this.entries.push({
      type: 'message',
      id: `bot-${this.entries.length + 1}`,
      from: { id: 'bot' },
      ...('kind' in content ? { text: 'plain words', channelData: { view: content } } : content),
    });
  }

  /** What the bot tells clients beside the talk. */
  note(event: object): void {
    this.entries.push({ type: 'event', id: `bot-${this.entries.length + 1}`, from: { id: 'bot' }, ...event });
  }

  /** @returns the id, the same one for a message that is sent again */
  take(activity: Record<string, unknown>, keepWords = true): { id: string; isNew: boolean } {
    const clientId = (activity.channelData as { clientActivityID?: string } | undefined)?.clientActivityID;
    const known = this.entries.find(
      ({ channelData }) =>
        (channelData as { clientActivityID?: string } | undefined)?.clientActivityID === clientId,
    );
    if (known) return { id: String(known.id), isNew: false };
    const { text, value, ...rest } = activity;
    const id = `person-${this.entries.length + 1}`;
    this.entries.push({
      ...rest,
      ...(keepWords && { text, ...(value !== undefined && { value }) }),
      id,
      from: { id: this.userId },
    });
    return { id, isNew: true };
  }
}
