import { describe, expect, test } from 'vitest';
import { decide } from '../../scripts/decide/decide.ts';
import { rolloutPosition } from '../../scripts/decide/rollout.ts';
import type {
  ConfigurationDocument,
  ConfigurationExtension,
  ExtensionDocument,
} from '../../scripts/model/documents.ts';
import { documentOf, EXTENSION, INFOBASE, range, release } from './samples.ts';

const TODAY = { today: '2026-11-20' };
const BP = INFOBASE.configuration.name;

const made = (id: string, ...texts: readonly string[]): ConfigurationExtension => ({
  ...EXTENSION,
  id,
  name: id,
  releases: texts.map((text) => documentOf(release(text))),
});

const configurationDocument = (...extensions: readonly ConfigurationExtension[]): ConfigurationDocument => ({
  type: 'configuration',
  formatVersion: 1,
  configuration: { name: BP, title: { ru: BP }, edition: '3.0', family: 'accounting' },
  channels: ['stable', 'beta'],
  extensions,
});

const extensionDocument = (extension: ConfigurationExtension): ExtensionDocument => ({
  ...extension,
  type: 'extension',
  formatVersion: 1,
  summary: { ru: '' },
  vendor: { name: { ru: '' } },
  channels: ['stable', 'beta'],
});

describe('decide', () => {
  test('answers for every extension of a configuration document, sorted by id', async () => {
    const offers = await decide(
      configurationDocument(made('b', '1.0'), made('a', '2.0'), made('a-c', '3.0')),
      INFOBASE,
      TODAY,
    );
    expect(
      offers.map(({ extension, status, release: chosen }) => [extension.id, status, chosen?.version]),
    ).toEqual([
      ['a', 'install', '2.0'],
      ['a-c', 'install', '3.0'],
      ['b', 'install', '1.0'],
    ]);
  });

  test('reads a build of a configuration document as one for its configuration', async () => {
    const [unnamed] = documentOf(release('1.0')).builds.map((build) => ({
      ...build,
      configurations: [{ version: '*' }],
    }));
    const extension = {
      ...made('a'),
      releases: [{ ...documentOf(release('1.0')), builds: unnamed ? [unnamed] : [] }],
    };
    const elsewhere = { ...INFOBASE, configuration: { ...INFOBASE.configuration, name: 'Розница' } };
    const offers = [
      ...(await decide(configurationDocument(extension), INFOBASE, TODAY)),
      ...(await decide(configurationDocument(extension), elsewhere, TODAY)),
      ...(await decide(extensionDocument(extension), INFOBASE, TODAY)),
    ];
    expect(offers.map(({ status }) => status)).toEqual(['install', 'unavailable', 'unavailable']);
  });

  test('works the places in rollouts out by itself', async () => {
    const position = await rolloutPosition('base', 'a', '1.0');
    const staged = (percent: number): ConfigurationExtension => ({
      ...made('a'),
      releases: [documentOf(release('1.0', { rollout: { percent, pausedAt: null } }))],
    });
    const infobase = { ...INFOBASE, installationId: 'base' };
    const [below] = await decide(configurationDocument(staged(Math.ceil(position))), infobase, TODAY);
    const [above] = await decide(configurationDocument(staged(Math.floor(position))), infobase, TODAY);
    expect([below?.status, above?.status]).toEqual(['install', 'unavailable']);
  });

  test('gives the extension document’s answer when a licence needs an older release', async () => {
    const paid = { price: 'paid', products: ['crm'] } as const;
    const whole = {
      ...made('a'),
      ...paid,
      releases: [
        documentOf(release('1.1', { date: '2026-11-01' })),
        documentOf(release('1.0', { date: '2026-05-01' })),
      ],
    };
    const pruned = { ...whole, releases: whole.releases.slice(0, 1) };
    const license = {
      ...TODAY,
      license: { status: 'active', products: [{ id: 'crm', trial: false, updatesUntil: '2026-06' }] },
    } as const;
    const [short] = await decide(configurationDocument(pruned), INFOBASE, license);
    const [long] = await decide(extensionDocument(whole), INFOBASE, license);
    expect([short?.status, short?.reasons.map(({ code }) => code)]).toEqual([
      'unavailable',
      ['license-window-ended'],
    ]);
    expect([long?.status, long?.release?.version]).toEqual(['install', '1.0']);
  });

  test('says of the extension what its head says, and not its history', async () => {
    const [offer] = await decide(extensionDocument(made('a', '1.0')), INFOBASE, TODAY);
    expect(offer?.extension).toEqual({ id: 'a', name: 'a', title: EXTENSION.title, price: 'free' });
  });

  test('answers a history of three thousand releases with steps that lead nowhere', async () => {
    const releases = Array.from({ length: 3000 }, (_, index) =>
      documentOf(release(`2.${index}`, { updateFrom: range('>=1.5 <2') })),
    );
    const infobase = { ...INFOBASE, installed: [{ name: 'a', version: '1.0' }] };
    const started = performance.now();
    const [offer] = await decide(configurationDocument({ ...made('a'), releases }), infobase, TODAY);
    expect(offer?.status).toBe('unavailable');
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('rolloutPosition', () => {
  test('spreads infobases evenly, and each release anew', async () => {
    const ids = Array.from({ length: 400 }, (_, index) => `infobase-${index}`);
    const first = await Promise.all(ids.map((id) => rolloutPosition(id, 'a', '1.0')));
    const second = await Promise.all(ids.map((id) => rolloutPosition(id, 'a', '1.1')));
    const early = first.filter((position) => position < 20).length;
    const twice = first.filter((position, index) => position < 20 && (second[index] ?? 100) < 20).length;
    expect(early).toBeGreaterThan(50);
    expect(early).toBeLessThan(110);
    expect(twice).toBeLessThan(40);
  });
});
