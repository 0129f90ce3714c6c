import { lookup as systemLookup } from 'node:dns';
import { request, type RequestOptions } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { Readable } from 'node:stream';
import type { IncomingMessage } from 'node:http';

/** Addresses that are no place on the public internet (registries of special-purpose addresses, RFC 6890). */
const PRIVATE: readonly (readonly [network: string, bits: number, family: 'ipv4' | 'ipv6'])[] = [
  ...(
    [
      ['0.0.0.0', 8],
      ['10.0.0.0', 8],
      ['100.64.0.0', 10],
      ['127.0.0.0', 8],
      ['169.254.0.0', 16],
      ['172.16.0.0', 12],
      ['192.0.0.0', 24],
      ['192.0.2.0', 24],
      ['192.88.99.0', 24],
      ['192.168.0.0', 16],
      ['198.18.0.0', 15],
      ['198.51.100.0', 24],
      ['203.0.113.0', 24],
      ['224.0.0.0', 3],
    ] as const
  ).map(([network, bits]) => [network, bits, 'ipv4'] as const),
  ...(
    [
      ['::', 96],
      ['::ffff:0:0', 96],
      ['64:ff9b::', 32],
      ['100::', 64],
      ['2001::', 23],
      ['2001:db8::', 32],
      ['2002::', 16],
      ['fc00::', 7],
      ['fe80::', 10],
      ['ff00::', 8],
    ] as const
  ).map(([network, bits]) => [network, bits, 'ipv6'] as const),
];

/** One list each: `BlockList` takes an IPv4 address for the IPv6 one that it is mapped to. */
const BLOCKED = { ipv4: new BlockList(), ipv6: new BlockList() } as const;
for (const [network, bits, family] of PRIVATE) BLOCKED[family].addSubnet(network, bits, family);

/** Whether an address is one that anybody on the internet could reach; what is no address is none. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 0) return false;
  const name = family === 4 ? 'ipv4' : 'ipv6';
  return !BLOCKED[name].check(address, name);
}

/** The host or what it resolves to is inside somebody's network. */
export class PrivateAddress extends Error {
  override readonly name = 'PrivateAddress';
}

/**
 * `fetch` for addresses that strangers wrote: HTTPS on its own port alone, and the address that is connected to is the
 * one that was judged, so that a name cannot resolve otherwise a moment later. One request; redirects are the caller's.
 *
 * @throws {PrivateAddress} as the cause of the failed request, or at once where the address itself says so
 */
export function publicFetch(lookup: typeof systemLookup = systemLookup): typeof fetch {
  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const isLiteral = isIP(host) !== 0;
    if (url.protocol !== 'https:' || url.port !== '' || (isLiteral && !isPublicAddress(host)))
      throw new PrivateAddress(url.host);
    const message = await answerOf(url, {
      headers: Object.fromEntries(new Headers(init.headers)),
      lookup: publicLookup(lookup),
      ...(init.signal && { signal: init.signal }),
    });
    return responseOf(message);
  };
}

const answerOf = (url: URL, options: RequestOptions): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    request(url, options, resolve).on('error', reject).end();
  });

function responseOf(message: IncomingMessage): Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers))
    if (typeof value === 'string') headers.set(name, value);
  const status = message.statusCode ?? 500;
  const isEmpty = [101, 204, 205, 304].includes(status);
  if (isEmpty) message.resume();
  // The stream of `node:stream/web` is the platform's own; only the two declarations differ.
  const body = isEmpty ? null : (Readable.toWeb(message) as ReadableStream<Uint8Array<ArrayBuffer>>);
  return new Response(body, { status, headers });
}

/** Resolves a name and refuses it where any of its addresses is private. */
function publicLookup(lookup: typeof systemLookup): LookupFunction {
  return (host, options, callback) => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error !== null || first === undefined) callback(error ?? new PrivateAddress(host), '', 0);
      else if (!addresses.every(({ address }) => isPublicAddress(address)))
        callback(new PrivateAddress(host), '', 0);
      else if (options.all === true) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}
