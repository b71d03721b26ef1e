import type { Activity, TurnContext } from 'botbuilder-core';
import type { View } from './view.js';

/**
 * A neutral activity that carries a view; the turn renders it for the channel before it is committed.
 * For places where botbuilder wants an activity (a prompt's text) instead of `show`.
 */
export function viewActivity(view: View): Partial<Activity> {
  return { type: 'message', channelData: { view } };
}

/** Says a view, whatever the channel. */
export async function show(context: TurnContext, view: View): Promise<void> {
  await context.sendActivity(viewActivity(view));
}

/** The view that an activity carries, if any. */
export function viewOf(activity: Partial<Activity>): View | undefined {
  const data: unknown = activity.channelData;
  return typeof data === 'object' && data !== null && 'view' in data ? (data.view as View) : undefined;
}
