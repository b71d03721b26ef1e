import { frameMessage, readFromChat } from '../shared/frame-messages.js';
import type { WidgetOptions } from '../shared/options.js';
import { coverPage } from './cover-page.js';
import { createFrame } from './frame.js';
import { createLauncher } from './launcher.js';
import { remember, wasOpen } from './open-state.js';
import { createRoot } from './root.js';

/** The launcher, and on its first use the chat in a frame beside it. */
export function createWidget(options: WidgetOptions, chat: URL): HTMLElement {
  const { host, shadow } = createRoot(options);
  const launcher = createLauncher(options.title);
  shadow.append(launcher.button);

  let frame: HTMLIFrameElement | undefined;
  let isOpen = false;
  let unread = 0;
  let cover: (() => void) | undefined;

  const load = () => {
    if (frame) return;
    frame = createFrame(options, chat);
    shadow.append(frame);
  };
  const tell = (focus: boolean) =>
    frame?.contentWindow?.postMessage(
      frameMessage(isOpen ? { type: 'shown', focus } : { type: 'hidden' }),
      chat.origin,
    );
  const show = (open: boolean, focus: boolean) => {
    load();
    isOpen = open;
    host.classList.toggle('open', open);
    launcher.show(open, unread);
    remember(open);
    cover?.();
    cover = open && frame ? coverPage(frame) : undefined;
    if (!focus) tell(false);
    else if (open) {
      frame?.focus();
      tell(true);
    } else {
      tell(false);
      launcher.button.focus();
    }
  };

  // The chat loads while the finger is still down; a click is what opens it, whichever way it was made.
  for (const early of ['pointerdown', 'touchstart', 'mouseenter', 'focus'])
    launcher.button.addEventListener(
      early,
      (event) => {
        const isPress = event.type === 'pointerdown' || event.type === 'touchstart';
        if (isPress || launcher.button.matches(':focus-visible, :hover')) load();
      },
      { passive: true },
    );
  launcher.button.addEventListener('click', ({ detail }) => {
    // The second press of a double one would close what the first has opened.
    if (detail < 2) show(!isOpen, true);
  });
  shadow.addEventListener('keydown', (event) => {
    if (isOpen && (event as KeyboardEvent).key === 'Escape') show(false, true);
  });
  addEventListener('message', ({ source, origin, data }) => {
    if (!frame || source !== frame.contentWindow || origin !== chat.origin) return;
    const message = readFromChat(data);
    if (message?.type === 'ready') tell(isOpen && shadow.activeElement === frame);
    if (message?.type === 'close' && isOpen) show(false, true);
    if (message?.type === 'unread') {
      unread = message.count;
      launcher.show(isOpen, unread);
    }
  });
  if (wasOpen()) show(true, false);
  return host;
}
