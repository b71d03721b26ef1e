import type { Activity } from 'botbuilder-core';
import type { View } from '../../dialogs/views/view.js';

/**
 * Turns a view into the activity that one kind of client shows best. Pure: the same view gives the same
 * activity. Every activity has either `text` or, where a card stands alone, the same words in its fallback,
 * so that nothing is shown twice; links are https:, tel: or mailto: and never anything else.
 */
export interface Renderer {
  render(view: View): Partial<Activity>;
}

/** What is known of the client that will show the activity. */
export interface Client {
  /** Bot Framework's: "msteams", "slack", "directline", "webchat", "emulator" … */
  channelId: string;
  /** Set by the token that the client holds, never by what it says of itself. */
  isOurWidget?: boolean;
  /** Teams: "personal", "groupChat" or "channel". */
  conversationType?: string;
}
