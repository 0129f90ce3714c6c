import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeContainer } from '../../scripts/cfe/container-writer.ts';
import { containerWidth, readContainer } from '../../scripts/cfe/container.ts';
import { deflateRaw } from '../../scripts/cfe/deflate.ts';
import { CfeError, readV8File, writeExtension } from '../../scripts/cfe/index.ts';
import { inflateRaw } from '../../scripts/cfe/inflate.ts';
import { WarningLog } from '../../scripts/cfe/warning.ts';
import { builtExtension, guid, header, rootOf } from './built-files.ts';
import { describedExtension } from './described-extension.ts';

const COMMON_MODULE = '0fe48980-252d-11d6-a3c7-0050bae0a776';
const module = guid(16);
const moduleElements = { [module]: `{1,{12,${header(module, 'М')},0,1,1,0,0,0,0,0},0}` };

describe('whatever is done to a file, it is read or refused with a code', () => {
  const settles = async (bytes: Uint8Array): Promise<void> => {
    const outcome: unknown = await readV8File(bytes).catch((error: unknown) => error);
    expect(
      outcome instanceof CfeError || (typeof outcome === 'object' && outcome !== null && 'type' in outcome),
    ).toBe(true);
  };
  const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 });
  const damaged = (bytes: Uint8Array, changes: readonly (readonly [number, number])[]): Uint8Array => {
    const copy = Uint8Array.from(bytes);
    for (const [at, byte] of changes) copy[at % copy.length] = byte;
    return copy;
  };

  test('bytes of the file', async () => {
    const file = await writeExtension(describedExtension());
    await fc.assert(
      fc.asyncProperty(damage, (changes) => settles(damaged(file, changes))),
      { numRuns: 400 },
    );
  });

  test('a file cut anywhere, or with a part taken out', async () => {
    const file = await writeExtension(describedExtension());
    const cut = fc.tuple(fc.nat(file.length), fc.nat(file.length));
    await fc.assert(
      fc.asyncProperty(cut, ([from, length]) =>
        settles(Buffer.concat([file.subarray(0, from), file.subarray(from + length)])),
      ),
      { numRuns: 200 },
    );
  });

  test('texts inside the elements', async () => {
    const file = await writeExtension(describedExtension());
    const width = containerWidth(file);
    if (width === undefined) throw new Error('no container');
    const entries = [...readContainer(file, width, new WarningLog()).entries.values()];
    const change = fc.record({ entry: fc.nat(entries.length - 1), damage });
    await fc.assert(
      fc.asyncProperty(change, async ({ entry, damage: changes }) => {
        const changed = entries.map((original, index) =>
          index === entry
            ? { ...original, stored: deflateRaw(damaged(inflateRaw(original.stored, 1e7).bytes, changes)) }
            : original,
        );
        await settles(writeContainer(changed));
      }),
      { numRuns: 400 },
    );
  });

  test('signs of brace text inside the elements', async () => {
    const sign = fc.constantFrom('{', '}', ',', '"', '""', '0', '-1', guid(16), '{0}', '');
    const texts = fc.tuple(fc.nat(), fc.nat(4), sign);
    const root = rootOf({ families: { [COMMON_MODULE]: [module] } });
    await fc.assert(
      fc.asyncProperty(texts, async ([at, length, text]) => {
        const from = at % root.length;
        await settles(
          builtExtension({
            root: root.slice(0, from) + text + root.slice(from + length),
            elements: moduleElements,
          }),
        );
      }),
      { numRuns: 400 },
    );
  });
});
