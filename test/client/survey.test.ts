import { expect, test } from 'vitest';
import { survey } from '../../scripts/client/survey.ts';
import type { License } from '../../scripts/decide/license.ts';
import type { Environment } from '../../scripts/model/environment.ts';
import { parseVersion, type Version } from '../../scripts/model/version.ts';
import { VerificationError } from '../../scripts/verify/error.ts';

const version = (text: string): Version => {
  const parsed = parseVersion(text);
  if (parsed === undefined) throw new Error(text);
  return parsed;
};

const CONFIGURATION = 'БухгалтерияПредприятия';
const head = { id: 'crm', name: 'ОбменCRM', title: { ru: 'Обмен' }, price: 'paid', products: ['crm', 'pro'] };
const unlock = (product: string, month: string) => [{ product, month, sealed: '' }];

const release = (text: string, date: string, product: string) => ({
  version: text,
  date,
  channel: 'stable',
  builds: [
    {
      file: 'crm.cfe.zip',
      length: 1,
      sha256: '0'.repeat(64),
      unlock: unlock(product, date.slice(0, 7)),
      configurations: [{ name: CONFIGURATION, version: '>=3.0' }],
    },
  ],
});

/** The newest release in the document of the configuration, all of them in that of the extension. */
const HISTORY = [
  release('3.0', '2026-11-01', 'pro'),
  release('2.0', '2026-06-01', 'crm'),
  release('1.0', '2026-01-01', 'crm'),
];
const common = { formatVersion: 1, channels: ['stable'] };
const DOCUMENTS = new Map<string, object>([
  [
    `configurations/${CONFIGURATION}.json`,
    {
      ...common,
      type: 'configuration',
      configuration: { name: CONFIGURATION, title: { ru: 'БП' }, edition: '3.0', family: 'accounting' },
      extensions: [{ ...head, releases: HISTORY.slice(0, 1) }],
    },
  ],
  ['extensions/crm.json', { ...common, ...head, type: 'extension', summary: { ru: '' }, releases: HISTORY }],
]);

const environment: Environment = {
  configuration: { name: CONFIGURATION, version: version('3.0.171.9') },
  platform: version('8.3.24.1761'),
  installed: [],
  channel: 'stable',
  showUntested: false,
  byHand: true,
  basic: false,
  cloud: false,
};

async function offered(products: License['products'] | undefined, broken?: () => string) {
  const asked: string[] = [];
  const repository = {
    document: async (name: string) => {
      asked.push(name);
      if (broken !== undefined && name.startsWith('extensions/')) return new TextEncoder().encode(broken());
      const document = DOCUMENTS.get(name);
      if (document === undefined) throw new VerificationError('target-unknown', { name });
      return new TextEncoder().encode(JSON.stringify(document));
    },
  };
  const license = products && ({ status: 'active', products } as const);
  const { offers } = await survey(repository, environment, {
    today: '2026-11-20',
    ...(license && { license }),
  });
  const [offer] = offers;
  return {
    status: offer?.status,
    version: offer?.release?.version,
    reasons: offer?.reasons.map(({ code, args }) => `${code} ${args['open'] ?? ''}`.trim()),
    requests: asked.length,
  };
}

const sold = (id: string, updatesUntil: string) => [{ id, trial: false, updatesUntil }];

test.each<[License['products'] | undefined, Awaited<ReturnType<typeof offered>>, string]>([
  [
    undefined,
    { status: 'unavailable', version: '3.0', reasons: ['license-required'], requests: 1 },
    'no licence: the history says nothing more',
  ],
  [
    sold('pro', '2027-01'),
    { status: 'install', version: '3.0', reasons: [], requests: 1 },
    'a licence for the newest release',
  ],
  [
    sold('crm', '2027-01'),
    { status: 'install', version: '2.0', reasons: ['license-not-for-product'], requests: 2 },
    'a product that was given to older releases only',
  ],
  [
    sold('pro', '2026-10'),
    { status: 'unavailable', version: '3.0', reasons: ['license-window-ended'], requests: 2 },
    'nothing in the whole history is open',
  ],
  [
    [...sold('crm', '2026-02'), ...sold('pro', '2026-10')],
    { status: 'install', version: '1.0', reasons: ['license-window-ended 1.0'], requests: 2 },
    'a window that reaches back to an old release, which only the history knows',
  ],
  [
    sold('tags', '2027-01'),
    { status: 'unavailable', version: '3.0', reasons: ['license-not-for-product'], requests: 2 },
    'another product',
  ],
])('%# → %j — %s', async (products, expected) => {
  expect(await offered(products)).toEqual(expected);
});

const refuse = (code: 'target-unknown' | 'expired'): never => {
  throw code === 'expired'
    ? new VerificationError('expired', {
        role: 'vendor-acme',
        expires: '2026-01-01T00:00:00Z',
        now: '2026-11-20T00:00:00Z',
      })
    : new VerificationError('target-unknown', { name: 'extensions/crm.json' });
};

test.each<[() => string, string]>([
  [() => refuse('target-unknown'), 'nobody signed it any more'],
  [() => refuse('expired'), 'its vendor’s role has expired'],
  [() => 'not JSON', 'what was signed is no JSON'],
  [() => '{"type":"extension","formatVersion":99}', 'a later format'],
])('one broken document costs that extension only — %# %s', async (broken) => {
  expect(await offered(sold('crm', '2027-01'), broken)).toMatchObject({
    status: 'unavailable',
    version: '3.0',
    reasons: ['license-not-for-product'],
  });
});
