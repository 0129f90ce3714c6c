import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { describeFile } from '../../onec/index.ts';
import { field } from '../field.ts';
import { bytesOf } from '../program.ts';
import { leaveNothingBehind } from '../sandbox.ts';
import { listOf, textOf } from '../values.ts';
import { Customer, ended, mapOf, obstaclesOf, rowOf } from './customer.ts';
import { repository, withhold, type Repository } from './repository.ts';

const TAGS = 'price-tags';
const CRM = 'crm-connector';
const OLD = ['РомашкаЦенники 1.0.0.2 safe'];
const NEW = ['РомашкаЦенники 1.0.1.5 safe'];

let repo: Repository;
let veteran: Customer;
beforeAll(async () => {
  let bringBack = (): Promise<void> => Promise.resolve();
  repo = await repository(async (shop) => {
    bringBack = await withhold(shop, [`${TAGS}/1.0.1.5`]);
  });
  veteran = new Customer(repo);
  veteran.install(TAGS);
  await bringBack();
  await writeFile(repo.shop.file(`checkout/releases/extensions/${TAGS}/eula.ru.md`), 'Новые условия.\n');
  await repo.build();
}, 300_000);
afterAll(() => repo.close());
beforeEach(() => void repo.asked());
leaveNothingBehind();

describe('the licence agreement', () => {
  const without = { consent: { ХешСоглашения: '' } };

  test('not accepted: nothing is downloaded; accepted once, it is not asked again', () => {
    const customer = new Customer(repo);
    expect(ended(customer.install(TAGS, without))).toBe('agreement-required');
    expect([customer.holds, repo.asked().filter((url) => url.endsWith('.cfe'))]).toEqual([[], []]);
    expect(ended(customer.install(TAGS))).toBe('installed');
    customer.infobase.extensions.pop();
    expect(ended(customer.install(TAGS, without))).toBe('installed');
    expect(customer.holds).toEqual(NEW);
  });

  test('of another text is asked again, and an old acceptance does not do', () => {
    const customer = veteran.twin();
    const [, accepted] = mapOf(veteran.memory['Соглашения']).find(([id]) => id === TAGS) ?? [];
    expect(ended(customer.install(TAGS, { consent: { ХешСоглашения: textOf(accepted) } }))).toBe(
      'agreement-required',
    );
    expect(customer.holds).toEqual(OLD);
    expect(ended(customer.install(TAGS))).toBe('installed');
    expect(customer.holds).toEqual(NEW);
  });
});

describe('an extension that is not as we left it', () => {
  const changed = (): Customer => {
    const customer = veteran.twin();
    for (const extension of customer.infobase.extensions)
      extension.bytes = describeFile({ ...extension.file, synonym: 'иначе' });
    return customer;
  };

  test.each<readonly [string, string, () => Customer]>([
    ['changed by hand since', 'changed-by-hand ask', changed],
    ['never from us', 'not-ours ask', () => new Customer(repo).put('РомашкаЦенники', '1.0.0.2')],
    [
      'switched off',
      'extension-inactive ask',
      () => {
        const customer = veteran.twin();
        for (const extension of customer.infobase.extensions) extension.active = false;
        return customer;
      },
    ],
  ])('%s: asked; replaced with consent, the old file is offered', (_reason, obstacle, make) => {
    const customer = make();
    const before = customer.holds;
    const bytes = customer.infobase.extensions[0]?.bytes;
    expect(obstaclesOf(customer.checks(TAGS))).toContain(obstacle);
    expect(ended(customer.install(TAGS, { consent: { Заменить: false } }))).toBe('not-agreed');
    expect(customer.holds).toEqual(before);
    const done = customer.install(TAGS);
    expect([ended(done), bytesOf(field(done.answer, 'СтарыйФайл'))]).toEqual(['installed', bytes]);
    expect(customer.holds.map((line) => line.split(' ').slice(0, 2))).toEqual([
      ['РомашкаЦенники', '1.0.1.5'],
    ]);
  });
});

describe('a withdrawn version that is installed', () => {
  test('is named in the list, with the reason and the replacement', () => {
    const customer = new Customer(repo).put('РомашкаCRM', '1.2.0.3');
    const row = rowOf(customer.survey(), CRM);
    expect(row).toMatchObject({ Состояние: 'update', Версия: '1.2.1.1' });
    expect(textOf(row['Отозвана'])).toMatch(/без движений.*1\.2\.1\.1/);
    expect(ended(customer.install(CRM))).toBe('installed');
    expect(customer.holds).toEqual(['РомашкаCRM 1.2.1.1 unsafe']);
  });
});

describe('a staged release', () => {
  const beta = { Канал: 'beta', ПоПросьбе: false };
  const runs = (): Customer => {
    const configuration = { ...veteran.infobase.configuration, version: '3.0.190.1' };
    return new Customer(repo, { infobase: { configuration } }).put('РомашкаCRM', '1.2.1.1');
  };
  const stateFor = (customer: Customer): string => textOf(rowOf(customer.survey(beta), CRM)['Состояние']);

  test('whoever asks himself does not wait', () => {
    const row = rowOf(runs().survey({ ...beta, ПоПросьбе: true }), CRM);
    expect([row['Состояние'], row['Версия']]).toEqual(['update', '2.0.0-beta.1']);
  });

  test('about a quarter of the infobases gets it, each the same answer every time', () => {
    const customers = Array.from({ length: 24 }, (_, at) => {
      const customer = runs();
      for (let other = 0; other < at; other += 1) customer.platform.world.nextId();
      return customer;
    });
    const states = customers.map(stateFor);
    const lucky = states.filter((state) => state === 'update').length;
    expect(lucky).toBeGreaterThan(1);
    expect(lucky).toBeLessThan(13);
    expect(states.filter((state) => state === 'current')).toHaveLength(24 - lucky);
    expect(customers.slice(0, 6).map(stateFor)).toEqual(states.slice(0, 6));
  });
});

describe('nothing is made for the configuration', () => {
  test('the nearest are named with their newest stable version, and can be downloaded', () => {
    const customer = new Customer(repo, {
      infobase: {
        configuration: {
          ...veteran.infobase.configuration,
          name: 'УправлениеПредприятием',
          version: '2.5.17',
        },
      },
    });
    const list = customer.survey();
    const nearest = listOf(field(list.answer, 'Ближайшие'));
    expect([field(list.answer, 'Строки'), nearest.map((row) => field(row, 'Версия'))]).toEqual([
      [],
      ['1.0.1.5', '1.2.1.1'],
    ]);
    expect(textOf(field(nearest[1], 'Причина'))).toMatch(/УправлениеТорговлей/);
    expect(field(customer.download(CRM).answer, 'ИмяФайла')).toBe('crm-connector-1.2.1.1.cfe');
    expect([customer.install(CRM).code, customer.holds]).toEqual(['not-offered', []]);
  });
});
