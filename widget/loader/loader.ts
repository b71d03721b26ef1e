import { launcherStrings } from '../chat/strings.js';
import { readOptions } from '../shared/options.js';
import { createWidget } from './widget.js';

/**
 * `<script src="https://…/widget.js" data-title="…">` draws a launcher and nothing else. A page may include it
 * twice, or run it again without being loaded anew; there is one launcher all the same.
 */
const mark = Symbol.for('medical-massage-guide');
const page = window as unknown as Record<symbol, boolean>;
const script =
  (document.currentScript as HTMLScriptElement | null) ??
  document.querySelector<HTMLScriptElement>('script[src*="/widget.js"]');

if (script?.src && !page[mark]) {
  page[mark] = true;
  const options = readOptions(script.dataset, document.baseURI, launcherStrings.title);
  // Relative to the script, so that a server behind a path of a proxy works too.
  const chat = new URL('widget/chat', script.src);
  document.documentElement.append(createWidget({ ...options, host: location.origin }, chat));
}
