import { z } from 'zod';
import type { Release } from '../../model/release.ts';
import { buildSchema } from './build-schema.ts';
import { distinctList } from './distinct-list.ts';
import { localizedText } from './localized-text.ts';
import { text } from './text-format.ts';
import { dateText, rangeText, versionText } from './version-text.ts';

const requiresSchema = z.strictObject({
  platform: rangeText()
    .meta({ title: 'Платформа', description: 'Range of 1C platform versions. Example: ">=8.3.20".' })
    .exactOptional(),
  ssl: rangeText()
    .meta({
      title: 'БСП',
      description: 'Range of versions of the standard subsystems library (БСП). Example: ">=3.1.5".',
    })
    .exactOptional(),
});

const installSchema = z.strictObject({
  safeMode: z
    .union([z.boolean(), text('profile-name')])
    .default(true)
    .meta({
      title: 'Безопасный режим',
      description: 'true, false, or the name of a security profile.',
    }),
  dangerousActionsProtection: z.boolean().default(true).meta({
    title: 'Защита от опасных действий',
    description: 'false switches the warnings of the platform off for this extension.',
  }),
  exclusive: z.enum(['auto', 'always']).default('auto').meta({
    title: 'Монопольный режим',
    description: 'auto: as the file says, exclusive when it changes the data structure.',
  }),
  publish: distinctList(z.enum(['httpServices', 'clientAccess']), 2)
    .default([])
    .meta({
      title: 'Опубликовать вручную',
      description: 'What an administrator still has to publish by hand after the installation.',
    }),
});

const rolloutSchema = z.strictObject({
  percent: z.int().min(0).max(100).meta({
    title: 'Доля баз, %',
    description: 'Which share of infobases is offered the release by itself, 0 to 100.',
  }),
  pausedAt: dateText()
    .nullable()
    .default(null)
    .meta({ title: 'Остановлено', description: 'Day on which the rollout was stopped; null while it runs.' }),
});

const withdrawnSchema = z.strictObject({
  date: dateText().meta({ title: 'Дата отзыва', description: 'Day of the withdrawal, YYYY-MM-DD.' }),
  reason: localizedText('paragraph').meta({
    title: 'Причина',
    description: 'Why the release must not be installed, for the person who runs it.',
  }),
  replacement: versionText()
    .meta({ title: 'Замена', description: 'Version to install instead.' })
    .exactOptional(),
});

/** `release.yaml`: one release (`formats.md`, section 1). */
export const releaseSchema = z
  .strictObject({
    version: versionText().meta({
      title: 'Версия',
      description: 'Version of the extension in this repository; also the name of this folder. Quote "1.10".',
    }),
    fileVersion: text('file-version')
      .meta({
        title: 'Версия в файле',
        description:
          'Version as the files say it, to the letter, where that is not `version`. `add` fills it in; "" for none.',
      })
      .exactOptional(),
    date: dateText().meta({ title: 'Дата выпуска', description: 'Day of the release, YYYY-MM-DD.' }),
    channel: text('channel').meta({
      title: 'Канал',
      description: 'One of the channels in publisher.yaml. Example: stable.',
    }),
    importance: z.enum(['normal', 'recommended', 'critical']).default('normal').meta({
      title: 'Важность',
      description: 'critical ignores staged rollout and warns older installations.',
    }),
    updateFrom: rangeText()
      .meta({
        title: 'Обновляется с версий',
        description: 'Installations outside this range must first pass through an earlier release.',
      })
      .exactOptional(),
    requires: requiresSchema
      .default({})
      .meta({ title: 'Требования', description: 'What the infobase must have.' }),
    install: installSchema
      .prefault({})
      .meta({ title: 'Установка', description: 'What the installer sets and asks for.' }),
    builds: z.array(buildSchema).min(1).max(64).meta({
      title: 'Файлы',
      description: 'Files of this release. There are several when a file is tied to one configuration.',
    }),
    rollout: rolloutSchema
      .meta({ title: 'Постепенный выпуск', description: 'Offers the release to a share of infobases first.' })
      .exactOptional(),
    withdrawn: withdrawnSchema
      .meta({ title: 'Отозван', description: 'The release must not be installed any more.' })
      .exactOptional(),
  })
  .meta({
    title: 'Выпуск (release.yaml)',
    description: 'One release of an extension.',
  }) satisfies z.ZodType<Release>;

/** What a person types into `release.yaml`, and what `add` writes. */
export type WrittenRelease = z.input<typeof releaseSchema>;

/** `withdrawn` of a release. */
export type WrittenWithdrawal = z.input<typeof withdrawnSchema>;
