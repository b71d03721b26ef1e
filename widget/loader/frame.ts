import { encodeOptions, type WidgetOptions } from '../shared/options.js';

export function createFrame(options: WidgetOptions, chat: URL): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.title = options.title;
  frame.allow = 'clipboard-write';
  frame.src = `${chat.href}#${encodeOptions(options)}`;
  return frame;
}
