import { describe, expect, test } from 'vitest';
import type { ReleaseDocument } from '../../../scripts/model/documents.ts';
import type { HttpService } from '../../../scripts/model/passport.ts';
import { installGuide } from '../../../site/views/install-guide.ts';
import { releaseMarks } from '../../../site/views/release-marks.ts';
import { releaseView } from '../../../site/views/release.ts';
import { build, ENGLISH_BELOW, extension, pageOf, release, RUSSIAN } from '../fixtures/documents.ts';

const WITHDRAWN = { date: '2026-11-05', reason: { ru: 'Ошибка.' }, replacement: '2' };

describe('releaseMarks', () => {
  test.each<[Partial<ReleaseDocument>, readonly string[], string]>([
    [{}, ['стабильный'], 'an ordinary release says only its channel'],
    [{ channel: 'beta' }, ['бета'], 'another channel'],
    [{ channel: 'ночной' }, ['ночной'], 'a channel without a word of ours'],
    [{ importance: 'critical' }, ['стабильный', 'критический'], 'importance that is unusual'],
    [{ rollout: { percent: 20, pausedAt: null } }, ['стабильный', 'выдается 20% баз'], 'a staged rollout'],
    [{ rollout: { percent: 100, pausedAt: null } }, ['стабильный'], 'a finished rollout'],
    [
      { rollout: { percent: 20, pausedAt: '2026-11-02' } },
      ['стабильный', 'выдача приостановлена'],
      'a stopped rollout',
    ],
    [
      { withdrawn: WITHDRAWN, rollout: { percent: 20, pausedAt: null } },
      ['отозван', 'стабильный'],
      'a withdrawn release is offered to nobody',
    ],
  ])('%j is marked %j — %s', (rest, marks) => {
    expect(releaseMarks(release('1', rest), RUSSIAN).map(({ text }) => text)).toEqual(marks);
  });
});

describe('installGuide', () => {
  const titlesOf = (rest: Parameters<typeof release>[1], services: readonly HttpService[] = []) =>
    installGuide(release('1', rest), { services }, RUSSIAN).steps.map(({ title }) => title);

  test('the usual release asks for the fewest steps', () => {
    expect(titlesOf({})).toEqual([
      'Убедитесь, что файл подходит',
      'Сделайте копию базы',
      'Скачайте файл для своей конфигурации',
      'Добавьте расширение',
      'Оставьте «Безопасный режим» включенным',
      'Перезапустите программу',
    ]);
  });

  test.each([
    [{ builds: [build({ exclusive: true })] }, 'Попросите всех выйти из программы'],
    [{ updateFrom: '>=1.2' }, 'Сначала промежуточный выпуск'],
    [{ install: { safeMode: false } }, 'Снимите флажок «Безопасный режим»'],
    [{ install: { safeMode: 'Обмен' } }, 'Выберите профиль безопасности «Обмен»'],
    [{ install: { dangerousActionsProtection: false } }, 'Отключите предупреждения об опасных действиях'],
    [{ install: { publish: ['httpServices'] } }, 'Опубликуйте HTTP-сервисы'],
    [{ install: { publish: ['clientAccess'] } }, 'Откройте доступ для клиентских приложений'],
  ] as const)('%j adds the step %j', (rest, title) => {
    expect(titlesOf({})).not.toContain(title);
    expect(titlesOf(rest)).toContain(title);
  });

  test('requirements stand in the first step', () => {
    const requires = { platform: '>=8.3.20', ssl: '>=3.1.5' };
    const [first] = installGuide(release('1', { requires }), { services: [] }, RUSSIAN).steps;
    expect(first?.details).toEqual([
      'Платформа 1С:Предприятие: от 8.3.20.',
      'Библиотека стандартных подсистем (БСП): от 3.1.5.',
    ]);
  });

  test('services to publish are named once, whatever the number of files that have them', () => {
    const service = { name: 'Вебхук', rootUrl: 'b24', routes: [] };
    const guide = installGuide(
      release('1', { install: { publish: ['httpServices'] } }),
      { services: [service, service] },
      RUSSIAN,
    );
    expect(guide.steps.at(-1)?.details).toEqual(['/hs/b24']);
  });
});

describe('releaseView', () => {
  const releases = [release('3'), release('2'), release('1', { withdrawn: WITHDRAWN })];
  const page = pageOf(extension(releases));

  test('a withdrawn release says why and what instead, and nobody is told how to install it', () => {
    const view = releaseView(releases[2]!, page, ENGLISH_BELOW);
    expect(view.withdrawal).toEqual({
      title: 'Withdrawn 5 November 2026',
      reason: 'Ошибка.',
      replacement: { text: '2', href: '/repo/en/extensions/some/2/' },
    });
    expect(view.guide).toBeUndefined();
    expect(view.sections.map(({ href }) => href)).not.toContain('#install');
  });

  test('neighbours are the releases before and after', () => {
    const neighbours = (at: number) => {
      const view = releaseView(releases[at]!, page, RUSSIAN);
      return [view.older?.text, view.newer?.text];
    };
    expect([0, 1, 2].map(neighbours)).toEqual([
      ['2', undefined],
      ['1', '3'],
      [undefined, '2'],
    ]);
  });

  test('a file lies in the repository unless the manifest gives usable addresses', () => {
    const files = [
      build(),
      build({ urls: ['javascript:alert(1)'] }),
      build({ urls: ['https://a.example/x.cfe', 'https://b.example/x.cfe'] }),
    ];
    const view = releaseView(release('1', { builds: files }), page, RUSSIAN);
    expect(view.files.map(({ href, mirrors }) => [href, mirrors.map(({ text }) => text)])).toEqual([
      ['/files/some/1/some.cfe', []],
      ['/files/some/1/some.cfe', []],
      ['https://a.example/x.cfe', ['b.example']],
    ]);
  });
});
