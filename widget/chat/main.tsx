import { render } from 'preact';
import { decodeOptions } from '../shared/options.js';
import { browserPorts } from './browser-ports.js';
import { Session } from './session.js';
import { App } from './shell/app.js';
import { launcherStrings, strings } from './strings.js';
import { applyAccent } from './theme.js';

const options = decodeOptions(location.hash, document.baseURI, launcherStrings.title);
// The chat is at …/widget/chat; the server's root is one up.
const base = new URL('../', location.href.split('#')[0]).href;
const session = new Session(browserPorts, { base, locale: options.locale ?? navigator.language });
// The request is on its way while the page is drawn.
session.start();

document.title = options.title;
document.documentElement.lang = strings.language;
applyAccent(options.accent, document.documentElement);
addEventListener('online', () => session.wake());
addEventListener('offline', () => session.goOffline());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') session.wake();
});

const root = document.getElementById('chat');
if (root) render(<App session={session} options={options} />, root);
