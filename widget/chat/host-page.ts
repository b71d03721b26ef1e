import { type FromChat, frameMessage, readFromPage } from '../shared/frame-messages.js';

interface Listeners {
  onShown(focus: boolean): void;
  onHidden(): void;
}

export interface HostPage {
  tell(message: FromChat): void;
}

/**
 * The page that the chat stands on; undefined where the chat has a tab of its own.
 * @param origin the page's; who may frame the chat at all is the server's to say (frame-ancestors)
 */
export function hostPage(origin: string | undefined, listeners: Listeners): HostPage | undefined {
  const page = window.parent;
  if (page === window || !origin) return undefined;
  addEventListener('message', (event) => {
    if (event.source !== page || event.origin !== origin) return;
    const message = readFromPage(event.data);
    if (message?.type === 'shown') listeners.onShown(message.focus);
    if (message?.type === 'hidden') listeners.onHidden();
  });
  return { tell: (message) => page.postMessage(frameMessage(message), origin) };
}
