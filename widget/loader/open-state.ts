const key = 'medical-massage-guide-open';

/** For the next page of this tab. A page may forbid storage; then the next page begins closed. */
export function remember(open: boolean): void {
  try {
    if (open) sessionStorage.setItem(key, '1');
    else sessionStorage.removeItem(key);
  } catch {}
}

export function wasOpen(): boolean {
  try {
    return sessionStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}
