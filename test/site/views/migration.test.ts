import { describe, expect, test } from 'vitest';
import type {
  MigrationDocument,
  ScenarioDocument,
  StepDocument,
} from '../../../scripts/model/migration-document.ts';
import { modulesView } from '../../../site/views/conflicts.ts';
import { migrationPicture } from '../../../site/views/migration-picture.ts';
import { migrationView } from '../../../site/views/migration.ts';
import { ENGLISH_BELOW, extension, release, RUSSIAN } from '../fixtures/documents.ts';

const step = (id: string, kind: StepDocument['kind'], rest: Partial<StepDocument> = {}): StepDocument => ({
  id,
  kind,
  title: { ru: `Шаг ${id}`, en: `Step ${id}` },
  onFailure: { ru: 'Повторите.', en: 'Repeat.' },
  ...rest,
});

const COPY: ScenarioDocument = {
  id: 'copy',
  title: { ru: 'Через копию' },
  summary: { ru: 'Долго.' },
  steps: [
    step('archive', 'archive'),
    step('copy', 'copy-infobase', { where: 'copy', needs: ['archive'], verify: 'module-present' }),
    step('unload', 'unload', { where: 'copy', mapping: 'links', needs: ['copy', 'archive'] }),
    step('load', 'load', { mapping: 'links', needs: ['unload'], verify: 'identifiers-loaded' }),
  ],
};
const IN_PLACE: ScenarioDocument = {
  ...COPY,
  id: 'in-place',
  steps: [
    step('unload', 'unload', { mapping: 'links' }),
    step('remove', 'remove-module', { who: 'vendor' }),
    step('load', 'load', { mapping: 'links' }),
    step('other', 'load', { mapping: 'others' }),
  ],
};

const MIGRATION: MigrationDocument = {
  type: 'migration',
  formatVersion: 1,
  extension: 'some',
  from: 'old',
  title: { ru: '«Старый»', en: '“Old”' },
  recognize: [{ extension: 'Старый', versions: '<3.0' }, { subsystem: 'Старое.Ядро' }],
  scenarios: [COPY, IN_PLACE],
  limits: [{ id: 'calls', what: { ru: 'Звонки' }, consequence: { ru: 'Не видны.' } }],
  mappings: [
    {
      id: 'links',
      revision: 1,
      title: { ru: 'Связи' },
      fields: [],
      source: { kind: 'informationRegister', name: 'Старый_Связи', columns: {} },
      target: { kind: 'catalog', name: 'Связи', columns: {} },
      existing: 'report',
    },
  ],
};

describe('the guide', () => {
  const view = migrationView(MIGRATION, { ru: 'Некое' }, RUSSIAN);

  test('tells what is lost first: in the links at the top and in the table', () => {
    expect(view.sections.map(({ href }) => href)).toEqual([
      '#limits',
      '#scenario-copy',
      '#scenario-in-place',
    ]);
    expect(view.carried.map(({ what, isCarried }) => [what, isCarried])).toEqual([
      ['Звонки', false],
      ['Связи', true],
    ]);
    expect(view.carried[1]?.means).toBe(
      'Откуда: регистр сведений Старый_Связи. Куда: справочник Связи. Что уже есть в новом модуле с другим значением, попадает в отчет.',
    );
  });

  test('recommends the first scenario alone', () => {
    expect(view.scenarios.map(({ isRecommended, count }) => [isRecommended, count])).toEqual([
      [true, '4 шага'],
      [false, '4 шага'],
    ]);
  });

  test.each<[number, readonly string[], string, string]>([
    [
      0,
      ['в рабочей базе', 'администратор (полные права)'],
      'Установщик сам этого не видит: отметьте, когда сделаете.',
      'a step that only a person can do and see',
    ],
    [
      1,
      ['в копии', 'администратор (полные права)', 'после 1'],
      'Установщик проверит, что старый модуль в базе есть.',
      'a step that the installer verifies',
    ],
    [
      2,
      ['в копии', 'администратор (полные права)', 'после 1, 2'],
      'Это делает установщик: он сам скажет, когда готово.',
      'what is needed stands in the order of the steps, whatever the manifest says',
    ],
  ])('step %#: %j, %s — %s', (at, facts, verification) => {
    expect(view.scenarios[0]?.steps[at]).toMatchObject({ facts, verification });
  });

  test('anchors are one in the page although scenarios have steps of one name', () => {
    const ids = view.scenarios.flatMap(({ id, steps }) => [id, ...steps.map((one) => one.id)]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('names the signs in words', () => {
    expect(migrationView(MIGRATION, { ru: 'Некое' }, ENGLISH_BELOW).signs).toEqual([
      'The extension “Старый”, versions below 3.0',
      'The subsystem “Старое.Ядро”',
    ]);
  });
});

describe('the picture', () => {
  test('has both infobases side by side, and a phone has room for them', () => {
    const { width, lanes, description } = migrationPicture(COPY, RUSSIAN);
    expect(width).toBeLessThanOrEqual(328);
    expect(lanes.map(({ title }) => title)).toEqual(['Рабочая база', 'Копия базы']);
    expect(description).toContain('3. Копия базы: Шаг unload. 4. Рабочая база: Шаг load');
  });

  test('has one infobase where nothing happens in a copy', () => {
    expect(migrationPicture(IN_PLACE, RUSSIAN).lanes).toHaveLength(1);
  });

  test('draws the way of the file once, and none for a loading that nothing was unloaded for', () => {
    const kinds = (scenario: ScenarioDocument): string =>
      migrationPicture(scenario, RUSSIAN)
        .arrows.map(({ kind }) => kind)
        .join();
    expect(kinds(COPY)).toBe('next,next,file');
    expect(kinds(IN_PLACE)).toBe('next,next,next,file');
  });

  test('everything lies inside of it, and steps lie in the lane of their infobase', () => {
    for (const scenario of [COPY, IN_PLACE]) {
      const { width, height, arrows, steps, lanes } = migrationPicture(scenario, RUSSIAN);
      const points = arrows.flatMap(({ line, head }) => `${line} ${head}`.split(' '));
      for (const point of points) {
        const [x = -1, y = -1] = point.split(',').map(Number);
        expect([x >= 0, x <= width, y >= 0, y <= height]).toEqual([true, true, true, true]);
      }
      const lane = steps.map(({ x }) => lanes.findIndex((one) => x > one.x && x < one.x + one.width));
      expect(lane).toEqual(scenario.steps.map(({ where }) => (where === 'copy' ? 1 : 0)));
    }
  });
});

describe('conflicts on the page of an extension', () => {
  const { title, recognize } = MIGRATION;
  const document = extension([release('1.0')], {
    conflicts: [
      { extension: 'Старый', action: 'refuse', reason: { ru: 'Дубли.' } },
      { object: 'Справочник.Прочее', action: 'warn', reason: { ru: 'Проверьте.' } },
    ],
    migrations: [
      { from: 'old', title, recognize },
      { from: 'older', title: { ru: 'Совсем старый' }, recognize: [{ extension: 'Древний' }] },
    ],
  });

  test('each has its guide; guides for others stand by themselves', () => {
    const { conflicts, guides } = modulesView(document, RUSSIAN);
    expect(conflicts).toEqual([
      {
        module: 'Расширение «Старый»',
        action: { text: 'рядом не ставится', tone: 'danger' },
        reason: 'Дубли.',
        guide: { text: 'Как перейти: «Старый»', href: '/extensions/some/migrate/old/' },
      },
      {
        module: 'Объект «Справочник.Прочее»',
        action: { text: 'предупредит', tone: 'caution' },
        reason: 'Проверьте.',
      },
    ]);
    expect(guides.map(({ href }) => href)).toEqual(['/extensions/some/migrate/older/']);
  });

  test('nothing is said where nobody is in the way', () => {
    expect(modulesView(extension([]), RUSSIAN)).toEqual({ conflicts: [], guides: [] });
  });
});
