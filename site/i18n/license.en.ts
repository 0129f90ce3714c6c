import type { LicenseTexts } from './license-texts.ts';

/** The page «My licence» in English. */
export const LICENSE_EN: LicenseTexts = {
  title: 'My licence',
  description: 'What your licence opens, until when, and the extensions that you bought.',
  lead: 'Type your licence key or choose a licence file: the page shows products and dates and opens the files that you bought.',
  needsScripts:
    'Licences are opened in the page itself, which takes scripts. Without them use the installer.',
  key: 'Licence key',
  keyHint: 'Twenty symbols after the name of the vendor. Spaces, dashes and case do not matter.',
  file: 'Or a licence file',
  fileHint: 'It is issued for networks without Internet.',
  submit: 'Open',
  privacy:
    'The key stays in the browser: the address of an encrypted record follows from it, and it is sent nowhere.',
  nothingGiven: 'Type a key or choose a file.',
  working: 'Verifying signatures and opening…',
  opened: (licensee) => `Licensed to: ${licensee}`,
  revoked: 'The licence was revoked and opens nothing any more. Ask whoever issued it.',
  products: 'Products',
  columns: { product: 'Product', updates: 'Updates', valid: 'Valid' },
  trial: 'trial',
  forEver: 'for ever',
  downloads: 'What can be downloaded',
  nothingToDownload: 'No release is open yet.',
  downloading: 'Downloading, verifying and decrypting…',
  saved: (file) => `File ${file} was verified and saved.`,
  noRoot: 'This site has no keys yet, so there is nothing to verify a licence with.',
};
