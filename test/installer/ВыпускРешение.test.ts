import { describe, expect, test } from 'vitest';
import { REASON_CODES } from '../../scripts/decide/offer.ts';
import { caseOf, vectors, type DecisionVector } from '../decide/decision-case.ts';
import { catalogOf, vectors as nearestVectors } from '../decide/nearest-case.ts';
import type { JsValue } from '../onec/index.ts';
import { environmentValue, licenseValue } from './environment.ts';
import { onTheWire } from './on-the-wire.ts';
import { loadCore } from './program.ts';
import { listOf, membersOf, onWire } from './values.ts';

/** Decides with the places of the infobase in rollouts, which are fractions and would not leave the language whole. */
const TRIAL = `
Функция Решить(Документ, Среда, Лицензия, Сегодня) Экспорт
	Контекст = Новый Структура("Лицензия, Сегодня", Лицензия, Сегодня);
	Контекст.Вставить("Позиции", ВыпускДоля.ПозицииВыпусков(Документ, Среда.ИдентификаторУстановки));
	Возврат ВыпускРешение.Решить(Документ, Среда, Контекст);
КонецФункции`;

const program = loadCore(['ВыпускРешение', 'ВыпускДоля'], { stubs: [{ name: 'Проба', text: TRIAL }] });

function documentOf(row: DecisionVector): JsValue {
  const { extension, context } = caseOf(row);
  const { channels, configuration } = context;
  const document =
    configuration === undefined
      ? { ...extension, type: 'extension', channels }
      : { type: 'configuration', channels, configuration: { name: configuration }, extensions: [extension] };
  return onTheWire(document);
}

function decided(row: DecisionVector) {
  const { environment, context } = caseOf(row);
  const args = [documentOf(row), environmentValue(environment), licenseValue(context.license), context.today];
  const offer = membersOf(listOf(program.call('Проба', 'Решить', args).value)[0]);
  return {
    status: offer['Состояние'],
    release: onWire(offer['Выпуск'], 'version'),
    build: onWire(offer['Сборка'], 'file'),
    installed: offer['Установлена'],
    reasons: listOf(offer['Причины'])
      .map(membersOf)
      .map(({ Код, Аргументы }) => ({
        code: Код,
        args: Аргументы,
      })),
    withdrawn: onWire(offer['Отзыв'], 'reason', 'ru'),
  };
}

describe('decisions.json in the 1C language', () => {
  test.each(vectors.cases)('$name', (row) => {
    expect(decided(row)).toEqual(row.expected);
  });

  test.each(vectors.positions)('places $installationId at $position for $id $version', (row) => {
    const key = `${row.id}\n${row.version}`;
    const { value } = program.call('ВыпускДоля', 'ПозицияПоКлючу', [row.installationId, key]);
    expect(Number(membersOf(value)['digits'] ?? value)).toBe(row.position);
  });

  test('knows the same codes in the same order', () => {
    expect(program.call('ВыпускРешение', 'КодыПричин').value).toEqual(REASON_CODES);
  });
});

test.each(nearestVectors.cases)('nearest.json: $reason', ({ catalog, configuration, present = [], near }) => {
  const args = [onTheWire(catalogOf(catalog)), { Конфигурация: configuration, Имеющееся: [...present] }];
  const found = listOf(program.call('ВыпускРешение', 'Ближайшие', args).value).map(membersOf);
  expect(
    found.map((one) => [onWire(one['Расширение'], 'id'), one['Основание'], ...listOf(one['Конфигурации'])]),
  ).toEqual(near);
});

test('offers stand in the order of ids, by codes of characters', () => {
  const extensions = ['b', 'a-b', 'a0', 'a'].map((id) => ({ id, name: id, price: 'free', releases: [] }));
  const document = onTheWire({
    ...{ type: 'configuration', channels: ['stable'], configuration: { name: 'А' } },
    extensions,
  });
  const [row] = vectors.cases;
  if (row === undefined) throw new Error('no cases');
  const { environment } = caseOf(row);
  const context = { Лицензия: undefined, Сегодня: '2026-11-21', Позиции: new Map<string, number>() };
  const offers = program.call('ВыпускРешение', 'Решить', [document, environmentValue(environment), context]);
  expect(listOf(offers.value).map((offer) => onWire(membersOf(offer)['Расширение'], 'id'))).toEqual([
    ...['a', 'a-b', 'a0', 'b'],
  ]);
});

test.each([
  ['', 'configuration-too-old', 'a configuration somebody wrote himself may carry no version'],
  ['весна', 'configuration-too-old', 'one that cannot be read counts as older than everything'],
])('a configuration of version «%s» gets %s — %s', (version, code) => {
  const [row] = vectors.cases.filter(({ name }) => name.startsWith('a release whose version cannot'));
  if (row === undefined) throw new Error('no such case');
  const { environment } = caseOf(row);
  const odd = { ...membersOf(environmentValue(environment)), ВерсияКонфигурации: version };
  const context = { Лицензия: undefined, Сегодня: '2026-11-21', Позиции: new Map<string, number>() };
  const offers = program.call('ВыпускРешение', 'Решить', [documentOf(row), odd, context]);
  const [offer] = listOf(offers.value).map(membersOf);
  const [reason] = listOf(offer?.['Причины']).map(membersOf);
  expect(reason).toMatchObject({ Код: code, Аргументы: { version } });
});

test('a first list of 50 extensions with 20 releases costs what an old computer can pay', () => {
  const builds = [{ file: 'a.cfe', configurations: [{ version: '>=3.0.140 <3.1', tested: '3.0.171.9' }] }];
  const releases = Array.from({ length: 20 }, (_, index) => ({
    ...{ version: `1.${20 - index}`, date: '2026-11-01', channel: 'stable', builds },
    requires: { platform: '>=8.3.18' },
  }));
  const extensions = Array.from({ length: 50 }, (_, index) => ({
    ...{ id: `extension-${index}`, name: `Расширение${index}`, price: 'free', releases },
  }));
  const configuration = { name: 'БухгалтерияПредприятия' };
  const document = onTheWire({ type: 'configuration', channels: ['stable'], configuration, extensions });
  const [row] = vectors.cases;
  if (row === undefined) throw new Error('no cases');
  const args = [document, environmentValue(caseOf(row).environment), undefined, '2026-11-21'];
  const { value, operations } = program.call('Проба', 'Решить', args);
  expect(listOf(value)).toHaveLength(50);
  // About 1.7 µs for a call on the platform (platform-1c.md, 5.3): about half a second.
  expect(operations.total).toBeLessThan(2_000_000);
  expect(operations.calls).toBeLessThan(450_000);
});
