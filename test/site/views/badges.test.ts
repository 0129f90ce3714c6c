import { describe, expect, test } from 'vitest';
import { badgeSvg } from '../../../site/views/badge-svg.ts';
import { badgeMarkdown, extensionBadges } from '../../../site/views/extension-badges.ts';
import { ENGLISH_BELOW, extension, pageOf, release } from '../fixtures/documents.ts';

describe('badges', () => {
  test('the newest stable version and what it was tried with', () => {
    const beta = release('2.0.0-beta.1', { channel: 'beta' });
    const badges = extensionBadges(pageOf(extension([beta, release('1.2')])), ENGLISH_BELOW);
    expect(badges).toEqual([
      { href: '/repo/en/extensions/some/badges/version.svg', label: 'Some extension', value: '1.2' },
      {
        href: '/repo/en/extensions/some/badges/compatibility-1.svg',
        label: 'Accounting, edition 3.0',
        value: '3.0.171.9',
      },
    ]);
  });

  test('nothing to show without a release', () => {
    expect(extensionBadges(pageOf(extension([])), ENGLISH_BELOW)).toEqual([]);
  });

  test('the picture holds texts of strangers as text', () => {
    const svg = badgeSvg({ label: '"><script>alert(1)</script>', value: '1' });
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script&gt;');
  });

  test('Markdown of a title with brackets is one picture in one link', () => {
    const badge = { href: '/repo/a.svg', label: 'A](https://evil.example)[', value: '1' };
    expect(badgeMarkdown(badge, 'https://romashka.example/repo/')).toBe(
      String.raw`[![A\](https://evil.example)\[: 1](https://romashka.example/repo/a.svg)](https://romashka.example/repo/)`,
    );
  });
});
