import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WrongUse } from '../../scripts/cli/session/exit-code.ts';
import { requireSecretPlace } from '../../scripts/cli/keys/secret-place.ts';
import { CLI_TEXTS } from '../../scripts/cli/text/text.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'vypusk-secret-'));
});
afterEach(() => rm(folder, { recursive: true }));

const place = async (file: string): Promise<string> => {
  try {
    await requireSecretPlace(path.join(folder, file), { text: CLI_TEXTS.en });
    return 'free';
  } catch (error) {
    if (error instanceof WrongUse) return 'refused';
    throw error;
  }
};

const checkout = (): unknown => execFileSync('git', ['init', '--quiet', folder]);

const brokenCheckout = (): Promise<void> => writeFile(path.join(folder, '.git'), 'gitdir: /nowhere');

const ignoringCheckout = (): Promise<void> => {
  checkout();
  return writeFile(path.join(folder, '.gitignore'), 'secret.json');
};

test.each<[string, string, string, () => unknown]>([
  ['refused', 'secret.json', 'a file is there', () => writeFile(path.join(folder, 'secret.json'), '')],
  ['refused', 'new/secret.json', 'git would pick it up', checkout],
  ['refused', 'new/secret.json', 'a checkout that git does not open here', brokenCheckout],
  ['free', 'secret.json', 'git was told to ignore it', ignoringCheckout],
  ['free', 'new/secret.json', 'no checkout', () => undefined],
])('%s: %s — %s', async (expected, file, _reason, prepare) => {
  await prepare();
  expect(await place(file)).toBe(expected);
});
