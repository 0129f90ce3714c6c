import { expect, test } from 'vitest';
import type { Locale } from '../../../scripts/model/text.ts';
import { siteAddress } from '../../../site/views/address.ts';
import { outsideAddress } from '../../../site/views/outside-address.ts';

test.each([
  ['../../etc/passwd', '/files/some/1.0/..%2F..%2Fetc%2Fpasswd', 'a name cannot leave its folder'],
  ['a?b#c.cfe', '/files/some/1.0/a%3Fb%23c.cfe', 'a name is not a query'],
  ['обмен.cfe', '/files/some/1.0/%D0%BE%D0%B1%D0%BC%D0%B5%D0%BD.cfe', 'Cyrillic names are escaped'],
  ['b24-bp.cfe', '/files/some/1.0/b24-bp.cfe', 'ordinary names stay readable'],
])('the file %j lies at %s — %s', (file, address) => {
  expect(siteAddress('/').file({ id: 'some', version: '1.0', file })).toBe(address);
});

test.each<[string, Locale, string, string]>([
  ['/repo/', 'en', '/repo/en/', 'home'],
  ['/repo/en/', 'ru', '/repo/', 'home, back'],
  ['/repo/extensions/some/1.0/', 'en', '/repo/en/extensions/some/1.0/', 'a release'],
  ['/repo/en/extensions/some/1.0/', 'ru', '/repo/extensions/some/1.0/', 'a release, back'],
  ['/repo/en/extensions/some/', 'en', '/repo/en/extensions/some/', 'already there'],
  ['/repo/english-tests/', 'en', '/repo/en/english-tests/', 'a page whose name begins with the prefix'],
])('%s in %s is %s — %s', (path, locale, expected) => {
  expect(siteAddress('/repo/').translated(path, locale)).toBe(expected);
});

test('pages of a release stand below the page of their extension', () => {
  const address = siteAddress('/repo/');
  expect(address.release('en', 'some', '2.0.0-beta.1')).toBe('/repo/en/extensions/some/2.0.0-beta.1/');
  expect(address.release('en', 'some', '1.0').startsWith(address.extension('en', 'some'))).toBe(true);
});

test.each<[string | undefined, string | undefined, string]>([
  ['javascript:alert(1)', undefined, 'a script'],
  ['data:text/html,x', undefined, 'a page of its own'],
  ['//evil.example/x', undefined, 'no scheme'],
  ['ftp://example.org/x', undefined, 'not for browsers'],
  ['https://user:word@example.org/', undefined, 'a user name looks like another host'],
  ['not an address', undefined, 'not an address'],
  [undefined, undefined, 'nothing'],
  ['https://example.org/a b', 'https://example.org/a%20b', 'written the way URLs are'],
])('a page links to %j as %j — %s', (written, expected) => {
  expect(outsideAddress(written)).toBe(expected);
});
