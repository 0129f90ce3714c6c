import type { PurchaseTexts } from './purchase-texts.ts';

/** How a paid extension is bought and opened, in English. */
export const PURCHASE_EN: PurchaseTexts = {
  title: 'How to buy',
  buy: 'Buy',
  askPrice: 'The vendor tells the price.',
  askVendor: 'Ask the vendor',
  trial: (terms) => `Try it: ${terms}`,
  haveKey: 'I have a key',
  support: 'Support',
  meaning:
    'A key opens every release made before the subscription ends, and those stay yours for ever. Newer releases need a renewal. A trial key works until its own last day only.',
  openFile: 'Open with a key',
  closedFile: (size) => `sealed archive, ${size}`,
  step: {
    title: 'Open the file with your key',
    text: 'The file is sealed, and 1C cannot read it. Type your key on the page “My licence”: it decrypts the file in the browser and lets you save it. The installer does so by itself. Without a key, buy one on the page of the extension.',
  },
};
