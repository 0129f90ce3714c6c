import { expect, test } from 'vitest';
import { buildOfRelease, extensionDocument, NotOffered } from '../../scripts/client/choose-build.ts';
import type { BuildDocument, ExtensionDocument } from '../../scripts/model/documents.ts';

const build = (file: string, configuration: string, product: string): BuildDocument => ({
  file,
  length: 1,
  sha256: '0'.repeat(64),
  unlock: [{ product, month: '2026-11', sealed: '' }],
  configurations: [{ name: configuration, version: '>=3.0' }],
});

/** One release, and files that are sold as different products. */
const document: ExtensionDocument = {
  type: 'extension',
  vendor: { name: { ru: '' } },
  formatVersion: 1,
  channels: ['stable'],
  id: 'crm',
  name: 'ОбменCRM',
  title: { ru: 'Обмен' },
  summary: { ru: '' },
  price: 'paid',
  products: ['accounting', 'trade'],
  releases: [
    {
      version: '1.0',
      date: '2026-11-05',
      channel: 'stable',
      builds: [
        build('bp.cfe.zip', 'БухгалтерияПредприятия', 'accounting'),
        build('ut.cfe.zip', 'УправлениеТорговлей', 'trade'),
      ],
    },
  ],
};

const license = {
  status: 'active',
  products: [{ id: 'trade', trial: false, updatesUntil: '2027-01' }],
} as const;

const chosen = (configuration: string): string =>
  buildOfRelease(document, { version: '1.0', configuration }, { today: '2026-11-20', license }).build.file;

test('a file of a release is given to whom it is sealed for, and not to the customer of the file beside it', () => {
  expect(chosen('УправлениеТорговлей')).toBe('ut.cfe.zip');
  expect(() => chosen('БухгалтерияПредприятия')).toThrow(NotOffered);
});

test.each([
  ['crm', 'a vendor speaks in his own name'],
  ['discounts', 'a vendor signed what is about another extension'],
])('the document of %s — %s', async (id) => {
  const repository = { document: async () => new TextEncoder().encode(JSON.stringify(document)) };
  const asked = extensionDocument(repository, id);
  if (id === document.id) expect(await asked).toMatchObject({ id });
  else {
    const args = { name: 'extensions/discounts.json', id: 'crm' };
    await expect(asked).rejects.toMatchObject({ code: 'document-id-unexpected', args });
  }
});
