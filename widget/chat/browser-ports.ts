import type { Ports } from './direct-line/ports.js';

const key = 'medical-massage-guide-resume';
let inMemory: string | undefined;

/** Storage may be forbidden to a frame of another site; then the handle lives as long as the page. */
const resumeHandle: Ports['resumeHandle'] = {
  read() {
    try {
      return localStorage.getItem(key) ?? inMemory;
    } catch {
      return inMemory;
    }
  },
  write(handle) {
    inMemory = handle;
    try {
      if (handle === undefined) localStorage.removeItem(key);
      else localStorage.setItem(key, handle);
    } catch {}
  },
};

export const browserPorts: Ports = {
  fetch: (url, init) => fetch(url, init),
  openSocket: (url) => new WebSocket(url),
  after(milliseconds, act) {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
  now: () => performance.now(),
  random: Math.random,
  newId: () =>
    Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
      '',
    ),
  isOnline: () => navigator.onLine,
  resumeHandle,
};
