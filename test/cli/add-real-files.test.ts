import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { haveSamples, SAMPLES } from '../cfe/samples.ts';
import { NOW, vendor, type Vendor } from './vendor.ts';

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
    ['БухгалтерияПредприятия', '3.0.171.9', 15, 'everything'],
    ['СамописнаяКонфигурация', '1.0', 8, 'what fits every configuration'],
  ])('an infobase of %s %s is offered %i extensions: %s', async (name, version, count) => {
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
    const { offers } = JSON.parse(out) as { offers: { status: string }[] };
    expect(offers.filter(({ status }) => status === 'install').length).toBeGreaterThanOrEqual(count);
  });
});
