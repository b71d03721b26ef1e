import type { IncomingMessage } from 'node:http';
import { isIPv4, isIPv6 } from 'node:net';

/**
 * Whom a limit counts: the address that the connection came from. X-Forwarded-For, which anybody can write, is
 * read only where proxies of the operator's own are known to stand before the server.
 * @param trustedProxies how many they are; each adds one address at the end of the header
 */
export function clientAddress(request: IncomingMessage, trustedProxies = 0): string {
  const direct = request.socket.remoteAddress ?? '';
  if (trustedProxies === 0) return counted(direct);
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((address) => address.trim());
  return counted(forwarded.at(-trustedProxies) || direct);
}

/** One address for all of a household's: of IPv6, the first 64 bits. */
function counted(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (isIPv4(plain)) return plain;
  if (!isIPv6(plain)) return 'unknown';
  const [head = '', tail] = plain.split('::');
  const groups = head.split(':').filter(Boolean);
  if (tail !== undefined) {
    const after = tail.split(':').filter(Boolean);
    while (groups.length + after.length < 8) groups.push('0');
    groups.push(...after);
  }
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
