import { messageFrame } from '../message-frame.js';
import { plainText } from '../plain-text/plain-text.js';
import type { Renderer } from '../renderer.js';
import { spoken } from '../spoken.js';

/**
 * For our own widget, which draws views itself. The text is for what only reads activities (a transcript,
 * an export), and for a widget older than a kind of view.
 */
export const widgetRenderer: Renderer = {
  render: (view) => ({
    ...messageFrame(view, spoken(view)),
    text: plainText(view),
    textFormat: 'plain',
    channelData: { view },
  }),
};
