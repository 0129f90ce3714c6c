import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeBundle } from '../../scripts/client/bundle-writer.ts';
import { archiveOf, declaring } from '../license/archives.ts';
import type { JsValue } from '../onec/index.ts';
import { field } from './field.ts';
import { bytesOf, data, loadCore } from './program.ts';
import { refusalOf } from './refusal.ts';
import { leaveNothingBehind, sandbox } from './sandbox.ts';
import { SOURCE_WRAPPER } from './source-wrapper.ts';

leaveNothingBehind();

const program = loadCore(['ВыпускИсточник'], {
  platform: { directory: sandbox },
  stubs: [{ name: 'Тест', text: SOURCE_WRAPPER }],
});
const call = (method: string, args: readonly JsValue[]): JsValue => program.call('Тест', method, args).value;
const pin = (content: string) => ({
  length: Buffer.byteLength(content),
  sha256: createHash('sha256').update(content).digest('hex'),
});
const textOf = (value: JsValue): string => Buffer.from(bytesOf(value) ?? []).toString();
const utf8 = (text: string) => new TextEncoder().encode(text);
const files = new Map([
  ['metadata/timestamp.json', utf8('{"x":1}')],
  ['files/%D0%B0/x.cfe', utf8('bytes of a file')],
  ['empty', new Uint8Array()],
]);
const good = await writeBundle(files);

describe('a bundle', () => {
  const read = (bundle: JsValue, name: string, limit = 100) => call('ИзКомплекта', [bundle, name, limit]);

  test.each([...files])('gives %s as it was packed', async (name, bytes) => {
    const file = read(data(await writeBundle(files)), name);
    expect(file).toMatchObject({ Вид: 'found' });
    expect(bytesOf(field(file, 'Данные'))).toEqual(bytes);
  });

  test('is read from the disk too', async () => {
    const name = path.join(sandbox, 'bundle.zip');
    writeFileSync(name, await writeBundle(files));
    expect(read(name, 'empty')).toMatchObject({ Вид: 'found' });
    call('ИзКомплекта', [name, 'x', 1]);
    rmSync(name);
  });

  test('says what it has not, and what is longer than allowed', async () => {
    const bundle = data(await writeBundle(files));
    expect(read(bundle, 'metadata/2.root.json')).toMatchObject({ Вид: 'absent' });
    expect(refusalOf(() => read(bundle, 'files/%D0%B0/x.cfe', 5))).toMatchObject({
      code: 'too-large',
      args: { name: 'files/%D0%B0/x.cfe', limit: '5' },
    });
  });

  test('its files are held against their pins', async () => {
    const bundle = data(await writeBundle(files));
    const get = (pinned: JsValue, paths = ['https://elsewhere.example/', 'files/%D0%B0/x.cfe']) =>
      call('БольшойИзКомплекта', [bundle, paths, pinned]);
    expect(textOf(get(pin('bytes of a file')))).toBe('bytes of a file');
    expect(refusalOf(() => get(pin('other of a file'))).code).toBe('hash-mismatch');
    expect(refusalOf(() => get(pin('longer than the file'))).code).toBe('length-mismatch');
    expect(refusalOf(() => get(pin('x'), ['nowhere'])).code).toBe('not-found');
  });

  const plain = { options: { level: 0 } } as const;
  const packed = { name: 'a', bytes: utf8('a'.repeat(100)) };
  const at = (bytes: Uint8Array, place: number, value: number): Uint8Array => {
    const changed = Uint8Array.from(bytes);
    changed[place < 0 ? bytes.length + place : place] = value;
    return changed;
  };

  test.each<readonly [string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['zip', () => new Uint8Array(), 'nothing'],
    ['zip', () => utf8('<!doctype html><title>Log in</title>'), 'a page of a proxy'],
    ['zip', () => good.subarray(0, -1), 'a byte cut off'],
    ['zip', () => good.subarray(10), 'its beginning cut off'],
    ['zip', () => Uint8Array.of(...good, 0), 'a byte after the end'],
    ['zip', () => at(good, -12, 9), 'more entries than there are'],
    ['zip', () => at(good, -14, 2), 'fewer entries than there are'],
    ['zip', () => at(good, 30, 0x78), 'another name before the data than in the directory'],
    ['zip', () => at(good, 8, 8), 'another method before the data than in the directory'],
    [
      'names',
      () => archiveOf({ ...packed, ...plain }, { name: 'b', bytes: packed.bytes, ...plain }).then(twins),
      'one name twice',
    ],
    ['compressed', () => archiveOf({ ...packed, options: {} }), 'a compressed entry'],
    ['compressed', () => archiveOf(packed), 'an encrypted entry'],
    [
      'compressed',
      async () => declaring(await archiveOf({ ...packed, ...plain }), 50),
      'a length that is not true',
    ],
  ])('is refused: %s — %#', async (reason, make) => {
    const bytes = await make();
    const refused = refusalOf(() => {
      read(data(bytes), 'a');
      read(data(bytes), 'metadata/timestamp.json');
      read(data(bytes), 'empty');
    });
    expect(refused).toEqual({ code: 'bundle-unreadable', args: { reason } });
  });

  /** Gives the second of two entries the name of the first. */
  function twins(archive: Uint8Array): Uint8Array {
    return Uint8Array.from(archive, (byte) => (byte === 0x62 ? 0x61 : byte));
  }

  test('a directory of more entries than any repository has is not read', () => {
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50);
    end.writeUInt16LE(65_535, 8);
    end.writeUInt16LE(65_535, 10);
    expect(refusalOf(() => read(data(end), 'a')).args).toEqual({ reason: 'entries' });
  });

  test('whatever byte is changed, it is refused, has not the file, or gives bytes of that length', () => {
    for (let place = 0; place < good.length; place += 3) {
      const bundle = data(at(good, place, (good[place] ?? 0) ^ 0x55));
      try {
        const file = read(bundle, 'metadata/timestamp.json');
        expect(bytesOf(field(file, 'Данные'))?.length ?? 7).toBe(7);
      } catch (error) {
        expect(
          refusalOf(() => {
            throw error;
          }).code,
        ).toMatch(/bundle-unreadable|too-large/);
      }
    }
  });
});
