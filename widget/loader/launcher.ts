import { fill, launcherStrings } from '../chat/strings.js';

const speechBubble =
  'M12 3C6.5 3 2 6.6 2 11.1c0 2.5 1.4 4.7 3.6 6.2-.1 1.3-.6 2.5-1.5 3.4 1.9-.1 3.7-.8 5.1-1.8.9.2 1.8.3 2.8.3 5.5 0 10-3.6 10-8.1S17.5 3 12 3Z';
const cross = 'M6 6l12 12M18 6L6 18';

export interface Launcher {
  button: HTMLButtonElement;
  show(isOpen: boolean, unread: number): void;
}

export function createLauncher(title: string): Launcher {
  const button = document.createElement('button');
  button.type = 'button';
  const badge = document.createElement('span');
  badge.setAttribute('aria-hidden', 'true');
  button.append(icon('chat', speechBubble), icon('cross', cross), badge);

  const show = (isOpen: boolean, unread: number) => {
    const name = fill(isOpen ? launcherStrings.close : launcherStrings.open, { title });
    const news = fill(unread === 1 ? launcherStrings.oneNew : launcherStrings.manyNew, { count: unread });
    button.setAttribute('aria-label', unread && !isOpen ? `${name}, ${news}` : name);
    button.setAttribute('aria-expanded', String(isOpen));
    badge.textContent = unread && !isOpen ? String(Math.min(unread, 99)) : '';
  };
  show(false, 0);
  return { button, show };
}

/** Made of elements: a page may forbid markup in strings (Trusted Types). */
function icon(name: string, path: string): SVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', name);
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(namespace, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}
