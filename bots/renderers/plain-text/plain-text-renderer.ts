import { messageFrame } from '../message-frame.js';
import type { Renderer } from '../renderer.js';
import { spoken } from '../spoken.js';
import { plainText } from './plain-text.js';

/** For a terminal, the batch command `converse` and channels that are not known. */
export const plainTextRenderer: Renderer = {
  render: (view) => ({ ...messageFrame(view, spoken(view)), text: plainText(view), textFormat: 'plain' }),
};
