import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { leaveNothingBehind } from '../sandbox.ts';
import { Customer } from './customer.ts';
import { repository, type Repository } from './repository.ts';

let repo: Repository;
beforeAll(async () => {
  repo = await repository();
}, 300_000);
afterAll(() => repo.close());
beforeEach(() => void repo.asked());
leaveNothingBehind();

const BOTH = ['РомашкаCRM 1.2.1.1 unsafe', 'РомашкаЦенники 1.0.1.5 safe'];
const CONSENT = 'ПринятьСоглашения=Да;Настройки=Да;Заменить=Да';
const events = ({ log }: ReturnType<Customer['byParameters']>) =>
  log.map(({ event, id, code, exit }) =>
    [event, id, code, exit]
      .filter((part) => part !== undefined)
      .map((part) => (typeof part === 'string' ? part : JSON.stringify(part)))
      .join(' '),
  );

describe('parameters that are not understood do nothing', () => {
  test.each([
    ['Действие=Установить;Расширение=price-tags', 'parameter-unknown', 'a misspelt name'],
    ['Действие=Удалить;Расширения=price-tags', 'action-unknown', 'an action that there is not'],
    ['Действие=Установить;--force', 'parameter-unknown', 'somebody else’s'],
  ])('%s: %s — %s', (parameters, event) => {
    const customer = new Customer(repo);
    const done = customer.byParameters(`${parameters};${CONSENT}`);
    expect([done.code, events(done)]).toEqual([2n, [event, 'finished 2']]);
    expect([customer.holds, customer.memory, repo.asked()]).toEqual([[], {}, []]);
  });
});

describe('many infobases, one line each', () => {
  test('a list of what there is changes nothing', () => {
    const customer = new Customer(repo);
    const done = customer.byParameters('Действие=Список');
    expect(done.log).toMatchObject([
      { event: 'extension', id: 'crm-connector', version: '1.2.1.1', status: 'install' },
      { event: 'extension', id: 'price-tags', version: '1.0.1.5', status: 'install' },
      { event: 'finished' },
    ]);
    expect([done.code, customer.holds]).toEqual([0n, []]);
  });

  test('two are installed, a second run finds nothing to do', () => {
    const customer = new Customer(repo);
    const parameters = `Действие=Установить;Расширения=crm-connector, price-tags;${CONSENT}`;
    const first = customer.byParameters(parameters);
    expect([first.code, events(first)]).toEqual([
      0n,
      ['installed crm-connector installed', 'installed price-tags installed', 'finished 0'],
    ]);
    expect([customer.holds, customer.remembers]).toEqual([
      BOTH,
      ['РомашкаCRM 1.2.1.1', 'РомашкаЦенники 1.0.1.5'],
    ]);
    repo.asked();
    const second = customer.byParameters(parameters);
    expect([second.code, events(second)]).toEqual([
      0n,
      ['extension crm-connector', 'extension price-tags', 'finished 0'],
    ]);
    expect(repo.asked().filter((url) => url.endsWith('.cfe'))).toEqual([]);
  });

  test('one that fails does not stop the others', () => {
    const customer = new Customer(repo, { infobase: { failNextWrite: 'диск полон' } });
    const done = customer.byParameters(
      `Действие=Установить;Расширения=crm-connector,no-such,price-tags;${CONSENT}`,
    );
    expect([done.code, events(done)]).toEqual([
      1n,
      [
        'not-installed crm-connector write-failed',
        'installed price-tags installed',
        'extension-unknown no-such',
        'finished 1',
      ],
    ]);
    expect(customer.holds).toEqual([BOTH[1]]);
  });

  test.each([
    ['', 'not-installed price-tags agreement-required', 'nobody accepted the agreement'],
    ['ПринятьСоглашения=Да', 'installed price-tags installed', 'accepted beforehand'],
  ])('with «%s»: %s — %s', (consent, event) => {
    const customer = new Customer(repo);
    const done = customer.byParameters(`Действие=Установить;Расширения=price-tags;${consent}`);
    expect(events(done)[0]).toBe(event);
    expect(customer.holds).toEqual(consent === '' ? [] : [BOTH[1]]);
  });

  test('what weakens the protection is not done unless it was allowed', () => {
    const customer = new Customer(repo);
    const done = customer.byParameters('Действие=Установить;Расширения=crm-connector;ПринятьСоглашения=Да');
    expect([done.code, events(done)[0]]).toEqual([1n, 'not-installed crm-connector not-agreed']);
    expect(customer.holds).toEqual([]);
  });

  test('an extension that is not ours is not replaced unless it was allowed', () => {
    const customer = new Customer(repo).put('РомашкаЦенники', '1.0.0.2');
    const asked = 'Действие=Установить;ПринятьСоглашения=Да;Настройки=Да';
    expect(events(customer.byParameters(asked))).toEqual([
      'not-installed price-tags not-agreed',
      'finished 1',
    ]);
    expect(customer.holds).toEqual(['РомашкаЦенники 1.0.0.2 unsafe unprotected']);
    expect(events(customer.byParameters(`${asked};Заменить=Да`))[0]).toBe('installed price-tags installed');
    expect(customer.holds).toEqual([BOTH[1]]);
  });

  test('checks name every obstacle and change nothing', () => {
    const customer = new Customer(repo).put('РомашкаЦенники', '1.0.0.2');
    const done = customer.byParameters('Действие=Проверить');
    expect(done.log[0]).toMatchObject({
      event: 'checked',
      id: 'price-tags',
      obstacles: [expect.stringMatching(/^not-ours: /) as unknown],
    });
    expect([customer.holds, repo.asked().filter((url) => url.endsWith('.cfe'))]).toEqual([
      ['РомашкаЦенники 1.0.0.2 unsafe unprotected'],
      [],
    ]);
  });
});

describe('without trusted knowledge nothing is done: 3', () => {
  test.each<readonly [string, string, (customer: Customer) => void]>([
    ['no network', 'fetch-failed', ({ platform }) => void (platform.world.network.online = false)],
    ['expired metadata', 'expired', (customer) => void customer.at('2027-06-01T00:00:00Z')],
    ['safe mode', 'session-safe-mode', ({ infobase }) => void (infobase.safeMode = true)],
  ])('%s: %s', (_reason, code, spoil) => {
    const customer = new Customer(repo);
    spoil(customer);
    const done = customer.byParameters(`Действие=Установить;Расширения=price-tags;${CONSENT}`);
    expect([done.code, events(done)]).toEqual([3n, [`failed ${code}`, 'finished 3']]);
    expect([customer.holds, customer.remembers]).toEqual([[], []]);
  });

  test('a bundle that is not there', () => {
    const customer = new Customer(repo);
    const done = customer.byParameters('Действие=Установить;Комплект=нет.zip');
    expect([done.code, customer.holds]).toEqual([3n, []]);
  });
});
