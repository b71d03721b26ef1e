import { parseColour, readableOn, showColour } from '../shared/colours.js';
import type { WidgetOptions } from '../shared/options.js';
import styles from './launcher.css';

/**
 * A box without size, fixed, outside the page's body: nothing on the page moves, no style of the page reaches in,
 * and a page that replaces its body keeps the chat.
 */
export function createRoot({ accent, position }: WidgetOptions): { host: HTMLElement; shadow: ShadowRoot } {
  const host = document.createElement('div');
  host.className = position;
  const set = (name: string, value: string) => host.style.setProperty(name, value, 'important');
  set('all', 'initial');
  set('position', 'fixed');
  set('z-index', '2147483000');
  set('--accent', accent);
  set('--on-accent', showColour(readableOn(parseColour(accent) ?? [0, 0, 0])));
  const shadow = host.attachShadow({ mode: 'open' });
  addStyles(shadow);
  return { host, shadow };
}

/** A constructed sheet is not held up by the page's Content-Security-Policy; older browsers get an element. */
function addStyles(shadow: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    shadow.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    style.textContent = styles;
    shadow.append(style);
  }
}
