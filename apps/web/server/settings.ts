import { BlockList, isIP } from 'node:net';

export interface Settings {
  readonly host: string;
  readonly port: number;
  /** The addresses whose `x-forwarded-*` headers are believed. */
  readonly proxies: BlockList;
}

/**
 * Reads where to listen and whom to believe.
 *
 * `TRUSTED_PROXIES` lists addresses and ranges (`10.0.0.0/8, 127.0.0.1, ::1`) of the proxies before us. Empty, which
 * is the default, nobody is believed: the protocol is that of our own socket, the address that of the caller.
 *
 * @throws RangeError when a port or an address makes no sense: better no start than a wrong belief
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const port = Number(environment['PORT'] ?? '3000');
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new RangeError('PORT is a number up to 65535.');
  return {
    host: environment['HOST'] ?? '127.0.0.1',
    port,
    proxies: readProxies(environment['TRUSTED_PROXIES'] ?? ''),
  };
}

function readProxies(text: string): BlockList {
  const proxies = new BlockList();
  for (const entry of text.split(',').map((part) => part.trim())) {
    if (entry === '') continue;
    const [address = '', bits] = entry.split('/');
    const family = isIP(address);
    if (family === 0) throw new RangeError(`TRUSTED_PROXIES: ${entry} is no address.`);
    const kind = family === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) proxies.addAddress(address, kind);
    else proxies.addSubnet(address, Number(bits), kind);
  }
  return proxies;
}
