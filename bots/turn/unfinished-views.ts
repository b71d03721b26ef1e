import { randomUUID } from 'node:crypto';
import { type Activity, ActivityTypes, TurnContext } from 'botbuilder-core';
import type { ShowUnfinished } from '../../dialogs/turn/unfinished-view.js';
import type { ViewRenderer } from './record.js';

/**
 * Sends views that are still being worded in the manner of the Bot Framework's streaming: typing activities, each with
 * all the words so far. A stream has an id of its own, as the same message may be asked again after a crash.
 */
export function unfinishedViews(
  incoming: Activity,
  renderer: ViewRenderer,
  live: (activity: Partial<Activity>) => void,
): ShowUnfinished {
  const reference = TurnContext.getConversationReference(incoming);
  const streamId = randomUUID();
  let streamSequence = 0;
  return (view) => {
    const { text, channelData } = renderer.render(view);
    streamSequence++;
    live(
      TurnContext.applyConversationReference(
        {
          type: ActivityTypes.Typing,
          id: `${streamId}-${streamSequence}`,
          ...(text !== undefined && { text }),
          channelData: { ...channelData, streamType: 'streaming', streamId, streamSequence },
        },
        reference,
      ),
    );
  };
}
