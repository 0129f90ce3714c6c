import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { pictureFacts } from '../../../scripts/source/picture/picture-facts.ts';
import { cardHead, siteCard } from '../../../site/views/card.ts';

test('the address of a card is whole, below the path of the site', () => {
  const head = cardHead(siteCard('/repo/'), 'https://romashka.example');
  expect(head.find(({ attrs }) => attrs.property === 'og:image')?.attrs.content).toBe(
    'https://romashka.example/repo/card.png',
  );
});

test('the card of the site is as large as it says, and small to send', () => {
  const bytes = readFileSync(fileURLToPath(new URL('../../../site/public/card.png', import.meta.url)));
  const { width, height } = siteCard('/');
  expect(pictureFacts(bytes)).toEqual({ type: 'png', width, height });
  expect(bytes.length).toBeLessThan(50 * 1024);
});
