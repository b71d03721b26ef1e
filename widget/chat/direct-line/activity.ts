/** What the widget reads of an activity of the Bot Framework; all else is left alone. */
export interface Activity {
  type: string;
  id?: string;
  text?: string;
  /** Of an event. */
  name?: string;
  fromId?: string;
  /** What a button sent, given back in the feed. */
  value?: unknown;
  channelData: Readonly<Record<string, unknown>>;
}

export interface ActivitySet {
  activities: Activity[];
  /** How far the conversation's log has been read; missing where nothing of the log is in it. */
  watermark?: string;
}

/** Anything that came over the wire, or undefined where it is no set of activities. */
export function readActivitySet(data: unknown): ActivitySet | undefined {
  const { activities, watermark } = fields(data);
  if (!Array.isArray(activities)) return undefined;
  return {
    activities: activities.flatMap((activity: unknown) => readActivity(activity) ?? []),
    ...((typeof watermark === 'string' || typeof watermark === 'number') && { watermark: String(watermark) }),
  };
}

function readActivity(data: unknown): Activity | undefined {
  const { type, id, text, name, from, value, channelData } = fields(data);
  if (typeof type !== 'string') return undefined;
  const fromId = fields(from).id;
  return {
    type,
    channelData: fields(channelData),
    ...(typeof id === 'string' && { id }),
    ...(typeof text === 'string' && { text }),
    ...(typeof name === 'string' && { name }),
    ...(typeof fromId === 'string' && { fromId }),
    ...(value !== undefined && value !== null && { value }),
  };
}

export function fields(data: unknown): Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
}
