import { describe, expect, test } from 'vitest';
import { adaptable, type Adaptable } from '../../scripts/client/adaptable.ts';
import { buildToAdapt } from '../../scripts/client/build-to-adapt.ts';
import { NotOffered } from '../../scripts/client/choose-build.ts';
import { nearest } from '../../scripts/decide/nearest.ts';
import type { BuildDocument, ExtensionDocument, ReleaseDocument } from '../../scripts/model/documents.ts';
import { VerificationError } from '../../scripts/verify/error.ts';
import { sha256Hex } from '../../scripts/verify/digest.ts';
import { catalogOf } from '../decide/nearest-case.ts';
import { passport } from '../catalog/release-tree.ts';

const build = (file: string, name: string): BuildDocument => ({
  file,
  length: 1,
  sha256: '0'.repeat(64),
  configurations: [{ name, version: '*' }],
});

const release = (version: string, rest: Partial<ReleaseDocument> = {}): ReleaseDocument => ({
  version,
  date: '2026-11-05',
  channel: 'stable',
  builds: [build('bp.cfe', 'Бухгалтерия'), build('ut.cfe', 'УправлениеТорговлей')],
  ...rest,
});

const GONE = { withdrawn: { date: '2026-11-06', reason: { ru: 'Портит документы' } } };

const extension = (releases: readonly ReleaseDocument[], price: 'free' | 'paid' = 'free') =>
  ({
    ...{ type: 'extension', formatVersion: 1, id: 'wide', name: 'Обмен', price },
    ...{ title: { ru: 'Обмен' }, summary: { ru: '' }, vendor: { name: { ru: '' } } },
    ...(price === 'paid' && { products: ['crm'] }),
    channels: ['stable', 'beta'],
    releases,
  }) satisfies ExtensionDocument;

const TODAY = { today: '2026-11-21' };

describe('buildToAdapt', () => {
  const chosen = (releases: readonly ReleaseDocument[], configurations: readonly string[] = []) => {
    const { release: from, build: file } = buildToAdapt(extension(releases), { configurations }, TODAY);
    return `${from.version} ${file.file}`;
  };

  test.each<[readonly ReleaseDocument[], readonly string[], string, string]>([
    [[release('2.0', GONE), release('1.0')], [], '1.0 bp.cfe', 'a withdrawn one is never handed out'],
    [[release('3.0', { channel: 'beta' }), release('1.0')], [], '1.0 bp.cfe', 'stable before newer beta'],
    [[release('3.0', { channel: 'beta' })], [], '3.0 bp.cfe', 'a beta where there is nothing else'],
    [[release('1.0')], ['УправлениеТорговлей'], '1.0 ut.cfe', 'the file of the nearest configuration'],
    [[release('1.0')], ['Розница', 'Бухгалтерия'], '1.0 bp.cfe', 'of the next one where there is none'],
    [[release('1.9'), release('1.10')], [], '1.10 bp.cfe', 'versions are numbers'],
  ])('%j for %j: %s — %s', (releases, configurations, expected) => {
    expect(chosen(releases, configurations)).toBe(expected);
  });

  test('nothing stands: there is nothing to adapt', () => {
    expect(() => chosen([release('1.0', GONE)])).toThrow('nothing-to-adapt');
    expect(() => chosen([])).toThrow('nothing-to-adapt');
  });

  test('a paid one asks for its licence here as everywhere', () => {
    const paid = extension([release('1.0')], 'paid');
    expect(() => buildToAdapt(paid, { configurations: [] }, TODAY)).toThrow(NotOffered);
  });
});

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

describe('adaptable', () => {
  const file = {
    ...passport(false),
    objects: [{ kind: 'Catalog', name: 'Контрагенты', belonging: 'adopted' }],
  };
  const bytes = new TextEncoder().encode(JSON.stringify(file));

  async function look(document: ExtensionDocument, served: Uint8Array<ArrayBuffer> | undefined) {
    const near = nearest(catalogOf('usual'), { configuration: { name: 'Неизвестная' } });
    const asked: string[] = [];
    const found = await adaptable(near.slice(0, 1), {
      repository: { document: async () => new TextEncoder().encode(JSON.stringify(document)) },
      sources: ({ build: wanted }) => [
        async () => {
          asked.push(wanted.file);
          if (served === undefined)
            throw new VerificationError('fetch-failed', { name: '', reason: 'status 404' });
          return { from: 0, pieces: piecesOf(served) };
        },
      ],
      license: TODAY,
    });
    return { near: found[0] satisfies Adaptable | undefined, asked };
  }

  const pinned = async (): Promise<ExtensionDocument> => {
    const pin = { length: bytes.length, sha256: await sha256Hex(bytes) };
    return extension([release('1.0', { builds: [{ ...build('bp.cfe', 'Бухгалтерия'), passport: pin }] })]);
  };

  test('tells what the file adopts, from the passport that the document pins', async () => {
    const { near, asked } = await look(await pinned(), bytes);
    expect(asked).toEqual(['bp.cfe.passport.json']);
    expect(near?.adapts).toEqual({ adopts: ['Catalog.Контрагенты'], intercepts: [] });
  });

  test.each<[Uint8Array<ArrayBuffer> | undefined, string]>([
    [new TextEncoder().encode('{"formatVersion":1}'), 'a passport that is not the pinned one'],
    [undefined, 'a passport that cannot be had'],
  ])('%# believes nothing of %s', async (served) => {
    const { near } = await look(await pinned(), served);
    expect(near?.chosen?.build.file).toBe('bp.cfe');
    expect(near?.adapts).toBeUndefined();
  });

  test('says why there is no file, and names the extension all the same', async () => {
    const paid = await look(extension([release('1.0')], 'paid'), bytes);
    expect(paid.near?.refusals.map(({ code }) => code)).toEqual(['license-required']);
    expect((await look(extension([release('1.0', GONE)]), bytes)).near?.chosen).toBeUndefined();
  });
});
