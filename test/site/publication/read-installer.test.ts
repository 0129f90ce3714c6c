import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { memoryFiles } from '../../../scripts/source/index.ts';
import { readInstaller } from '../../../site/publication/read-installer.ts';

const found = async (name: string) => (await readInstaller(memoryFiles({ [name]: 'x' })))[0];

test.each([
  ['readme.txt', 'not made by vypusk installer'],
  ['<img src=x>-0.2.0.epf', 'a name that no product has'],
  ['УстановщикРасширений.epf', 'no version: nobody could tell what it is'],
  ['УстановщикРасширений-0.2.0.exe', 'nothing that 1C opens'],
  ['УстановщикРасширений-0.2.0.zip', 'an archive of something else'],
])('%j is passed over — %s', async (name) => {
  expect(await found(name)).toBeUndefined();
});

test.each([
  ['УстановщикРасширений-0.2.0.epf', 'installer', 'built', '0.2.0'],
  ['УстановщикРасширений-0.2.0-src.zip', 'installer', 'sources', '0.2.0'],
  ['УстановщикРасширений-1.0.0-beta.1.epf'.normalize('NFD'), 'installer', 'built', '1.0.0-beta.1'],
  ['РомашкаОбновление-0.2.0.cfe', 'update', 'built', '0.2.0'],
])('%j is the %s, %s, version %s', async (name, product, form, version) => {
  const sha256 = createHash('sha256').update('x').digest('hex');
  expect(await found(name)).toEqual({ name, product, form, version, length: 1, sha256 });
});

test('a folder that is not there hands nothing over', async () => {
  expect(await readInstaller(memoryFiles({}))).toEqual([]);
});
