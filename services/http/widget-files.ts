import { join } from 'node:path';
import { projectPath } from '../../knowledge/data-file.js';
import type { StaticFile } from './static-files.js';

const html = 'text/html; charset=utf-8';
const css = 'text/css; charset=utf-8';
const script = 'text/javascript; charset=utf-8';

/**
 * What a browser fetches: the loader for any page, the chat in its frame, and the page of an imaginary clinic
 * that shows both.
 * @param origins the web origins that may frame the chat, besides the server's own
 */
export function widgetFiles(
  origins: readonly string[],
  built = projectPath('dist', 'widget'),
  clinic = projectPath('widget', 'clinic'),
): StaticFile[] {
  const forAnyPage = { 'cross-origin-resource-policy': 'cross-origin' };
  return [
    { path: '/', file: join(clinic, 'index.html'), contentType: html, headers: clinicPage },
    { path: '/icon.svg', file: join(clinic, 'icon.svg'), contentType: 'image/svg+xml' },
    { path: '/clinic.css', file: join(clinic, 'clinic.css'), contentType: css },
    { path: '/widget.js', file: join(built, 'widget.js'), contentType: script, headers: forAnyPage },
    { path: '/widget/chat', file: join(built, 'chat.html'), contentType: html, headers: chatPage(origins) },
    { path: '/widget/chat.js', file: join(built, 'chat.js'), contentType: script },
    { path: '/widget/chat.css', file: join(built, 'chat.css'), contentType: css },
  ];
}

/** No script but ours, none in the page itself, and nothing from anyone else. */
const clinicPage = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

function chatPage(origins: readonly string[]): Record<string, string> {
  const pages = ["'self'", ...origins].join(' ');
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      // 'self' covers the socket too, in every browser since 2022.
      "connect-src 'self'",
      // A clinic's logo comes from its own page.
      `img-src ${pages}`,
      "base-uri 'none'",
      "form-action 'none'",
      `frame-ancestors ${pages}`,
    ].join('; '),
    'cross-origin-resource-policy': 'cross-origin',
  };
}
