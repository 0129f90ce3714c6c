import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { haveSamples, SAMPLES } from '../cfe/samples.ts';
import { parseVersion } from '../../scripts/model/version.ts';
import { environmentValue } from '../installer/environment.ts';
import { onTheWire } from '../installer/on-the-wire.ts';
import { loadCore } from '../installer/program.ts';
import { listOf, membersOf, onWire } from '../installer/values.ts';
import { NOW, vendor, type Vendor } from './vendor.ts';

/** What the 1C side on the bench offers an infobase from a published document. */
function offeredIn1C(document: unknown, name: string, version: string): readonly unknown[] {
  const program = loadCore(['ВыпускРешение']);
  const environment = environmentValue({
    configuration: { name, version: parseVersion(version)! },
    platform: parseVersion('8.5.1.1000')!,
    installed: [],
    channel: 'stable',
    ...{ showUntested: false, byHand: false, basic: false, cloud: false },
  });
  const context = { Лицензия: undefined, Сегодня: NOW.slice(0, 10), Позиции: new Map<string, number>() };
  const { value } = program.call('ВыпускРешение', 'Решить', [onTheWire(document), environment, context]);
  return listOf(value)
    .map(membersOf)
    .filter((offer) => offer['Состояние'] === 'install')
    .map((offer) => onWire(offer['Расширение'], 'id'));
}

/** What every vendor's file comes to that our reader reads: added, checked, built, offered. */
describe.skipIf(!haveSamples)('real files (skipped where the samples are not at hand)', () => {
  let shop: Vendor;
  let folder: string;

  beforeAll(async () => {
    shop = await vendor();
    folder = await mkdtemp(path.join(tmpdir(), 'vypusk-real-'));
    await rm(path.join(shop.folder, 'releases/extensions'), { recursive: true });
    await shop.run(['keys', 'init', '--keys', path.join(folder, 'keys'), '--now', NOW]);
  });

  afterAll(async () => {
    await shop.leave();
    await rm(folder, { recursive: true, force: true });
  });

  test('what needs no answer is added, and the rest after one option', async () => {
    const first = await shop.run(['add', '--yes', path.join(SAMPLES, 'cfe'), '--json']);
    const { left } = JSON.parse(first.out) as { left: string[] };
    expect(left.filter((sentence) => !sentence.includes('which configuration'))).toEqual([]);
    const rest = ['--configuration', 'БухгалтерияПредприятия=>=3.0'];
    const second = await shop.run(['add', '--yes', path.join(SAMPLES, 'cfe'), ...rest, '--json']);
    expect(JSON.parse(second.out)).toMatchObject({ left: [] });
  });

  test('the check is green, and the tree is built', async () => {
    expect((await shop.run(['check'])).code).toBe(0);
    const build = ['build', '--no-site', '--keys', path.join(folder, 'keys'), '--now', NOW];
    expect((await shop.run(build)).code).toBe(0);
  });

  test.each([
    ['БухгалтерияПредприятия', '3.0.171.9', 15, 'configurations/БухгалтерияПредприятия.json'],
    ['СамописнаяКонфигурация', '1.0', 8, 'any-configuration.json'],
  ])(
    'in both languages an infobase of %s %s is offered %i extensions by %s',
    async (name, version, count, file) => {
      const { url } = await shop.serve('dist');
      const infobase = [
        '--configuration',
        name,
        '--configuration-version',
        version,
        '--platform',
        '8.5.1.1000',
      ];
      const place = ['--url', url, '--trust', 'releases/trust/1.root.json', '--state', `state-${count}`];
      const { out } = await shop.run(['client', 'list', ...place, ...infobase, '--now', NOW, '--json']);
      const { offers } = JSON.parse(out) as { offers: { status: string; id: string }[] };
      const offered = offers.filter(({ status }) => status === 'install').map(({ id }) => id);
      expect(offered.length).toBeGreaterThanOrEqual(count);
      const document = path.join(shop.folder, 'dist/index', file);
      expect(offeredIn1C(JSON.parse(readFileSync(document, 'utf8')), name, version)).toEqual(offered);
    },
  );
});
