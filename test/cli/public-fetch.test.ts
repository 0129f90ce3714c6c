import type { LookupAddress, LookupAllOptions } from 'node:dns';
import { describe, expect, test } from 'vitest';
import { isPublicAddress, PrivateAddress, publicFetch } from '../../scripts/cli/session/public-fetch.ts';

describe('which addresses are public', () => {
  test.each([
    ['127.0.0.1', 'this machine'],
    ['0.0.0.0', 'this machine too, on Linux'],
    ['10.1.2.3', 'a private network'],
    ['172.16.0.1', 'a private network'],
    ['172.31.255.255', 'its end'],
    ['192.168.1.5', 'a private network'],
    ['100.64.0.1', 'of a provider'],
    ['169.254.169.254', 'where clouds tell secrets to their machines'],
    ['224.0.0.1', 'many at once'],
    ['255.255.255.255', 'everybody'],
    ['::1', 'this machine'],
    ['::', 'no address'],
    ['::ffff:127.0.0.1', 'this machine, spelled in IPv6'],
    ['::ffff:a9fe:a9fe', 'the same of clouds'],
    ['64:ff9b::7f00:1', 'through a translator'],
    ['fd00::1', 'a private network'],
    ['fe80::1', 'this cable'],
    ['2002:7f00:1::', 'in a tunnel'],
    ['localhost', 'a name, which is no address'],
    ['', 'nothing'],
  ])('not %s: %s', (address) => expect(isPublicAddress(address)).toBe(false));

  test.each(['1.1.1.1', '172.15.0.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '223.255.255.255'])(
    '%s',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
});

type Resolved = (
  host: string,
  options: LookupAllOptions,
  done: (error: Error | null, all: LookupAddress[]) => void,
) => void;

/** A resolver that always answers so. */
const resolving = (...addresses: readonly string[]) => {
  const lookup: Resolved = (_host, _options, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  return publicFetch(lookup as Parameters<typeof publicFetch>[0]);
};

describe('what is not asked at all', () => {
  test.each([
    ['http://files.example/a.cfe', 'not HTTPS'],
    ['https://files.example:8443/a.cfe', 'another port'],
    ['https://127.0.0.1/a.cfe', 'an address of this machine'],
    ['https://2130706433/a.cfe', 'the same as one number'],
    ['https://0x7f.1/a.cfe', 'the same in hexadecimal'],
    ['https://[::1]/a.cfe', 'the same in IPv6'],
    ['https://[::ffff:10.0.0.1]/a.cfe', 'a private network in IPv6'],
  ])('%s: %s', async (url) => {
    await expect(resolving('1.1.1.1')(url)).rejects.toBeInstanceOf(PrivateAddress);
  });

  test.each([
    [['127.0.0.1'], 'a name of this machine'],
    [['169.254.169.254'], 'a name of where clouds tell secrets'],
    [['1.1.1.1', '10.0.0.1'], 'a name that is public and private by turns'],
    [['::ffff:7f00:1'], 'a name in IPv6'],
  ])('%j: %s', async (addresses) => {
    await expect(resolving(...addresses)('https://files.example/a.cfe')).rejects.toBeInstanceOf(
      PrivateAddress,
    );
  });

  test('a name that nobody knows', async () => {
    await expect(resolving()('https://files.example/a.cfe')).rejects.toBeInstanceOf(PrivateAddress);
  });
});
