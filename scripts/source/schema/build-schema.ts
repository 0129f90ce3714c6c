import { z } from 'zod';
import { ANY_CONFIGURATION, ANY_VERSION } from '../../model/any-configuration.ts';
import type { Build, BuildConfiguration, Unlock } from '../../model/release.ts';
import { LIMITS } from '../limits.ts';
import { distinctList, refuseDuplicates } from './distinct-list.ts';
import { text } from './text-format.ts';
import { rangeText, versionText } from './version-text.ts';

const buildConfigurationSchema = z.strictObject({
  name: text('identifier').meta({
    title: 'Имя конфигурации',
    description: 'Метаданные.Имя; must stand in configurations.yaml.',
  }),
  version: rangeText().meta({
    title: 'Версии конфигурации',
    description: 'Range of configuration versions the file is made for. Example: ">=3.0.140 <3.1".',
  }),
  tested: versionText()
    .meta({
      title: 'Проверено на версии',
      description:
        'Newest configuration version the file was tried with. Newer ones are offered as untested.',
    })
    .exactOptional(),
}) satisfies z.ZodType<BuildConfiguration>;

const unlockSchema = z.strictObject({
  product: text('id').meta({ title: 'Продукт', description: 'Product whose licences open the file.' }),
  month: text('month').meta({ title: 'Месяц', description: 'Month of the release, YYYY-MM.' }),
  sealed: text('base64').meta({
    title: 'Запечатанный ключ',
    description: 'Key of the file, sealed for the product and the month. `add` fills it in.',
  }),
}) satisfies z.ZodType<Unlock>;

const clearSchema = z.strictObject({
  length: z.int().min(1).max(LIMITS.artifactBytes).meta({
    title: 'Длина',
    description: 'Bytes of the .cfe inside.',
  }),
  sha256: text('sha256').meta({
    title: 'SHA-256',
    description: 'SHA-256 of the .cfe inside, 64 small hexadecimal digits.',
  }),
});

/** The configurations of a build, or the word for every one: `any`, which the file must bear out. */
const configurationsSchema = z
  .union([z.array(buildConfigurationSchema).min(1).max(100), z.literal('any')])
  .transform((written): readonly BuildConfiguration[] =>
    written === 'any' ? [{ name: ANY_CONFIGURATION, version: ANY_VERSION }] : written,
  )
  .meta({
    title: 'Для каких конфигураций',
    description:
      'Configurations that this file is made for; any where it adopts nothing but the language and fits every one.',
  });

/** One file of a release (`builds` of `release.yaml`). */
export const buildSchema = z
  .strictObject({
    file: text('file-name')
      .meta({
        title: 'Файл',
        description: 'Name of the .cfe (or .cfe.zip) file beside this manifest.',
      })
      .exactOptional(),
    urls: distinctList(text('url'), 10)
      .min(1)
      .meta({
        title: 'Адреса файла',
        description: 'Addresses of the file when it is not published from here, the preferred one first.',
      })
      .exactOptional(),
    sha256: text('sha256').meta({
      title: 'SHA-256',
      description: 'SHA-256 of the file as published, 64 small hexadecimal digits. `add` fills it in.',
    }),
    length: z.int().min(1).max(LIMITS.artifactBytes).meta({
      title: 'Длина',
      description: 'Bytes of the file as published. `add` fills it in.',
    }),
    fileVersion: text('file-version')
      .meta({
        title: 'Версия в файле',
        description: 'Version as this file says it, where the files of a release say different ones.',
      })
      .exactOptional(),
    leftovers: text('line')
      .meta({
        title: 'Чужой текст в файле',
        description:
          'Why the readable memory that the Designer left in this file may be published; silences its warning.',
      })
      .exactOptional(),
    clear: clearSchema
      .meta({
        title: 'Файл внутри',
        description: 'Length and SHA-256 of the .cfe inside a protected file. `add` fills it in.',
      })
      .exactOptional(),
    unlock: z
      .array(unlockSchema)
      .min(1)
      .max(100)
      .superRefine((items, context) =>
        refuseDuplicates(items, context, { of: ({ product }) => product, at: ['product'] }),
      )
      .meta({
        title: 'Кто может открыть',
        description: 'Products whose licences open a protected file. `add` and `product grant` fill it in.',
      })
      .exactOptional(),
    configurations: configurationsSchema,
  })
  .refine(({ file, urls }) => file !== undefined || urls !== undefined, 'file|urls')
  .meta({ anyOf: [{ required: ['file'] }, { required: ['urls'] }] })
  .transform(({ file, urls = [], ...rest }, context): Build => {
    const name = file ?? fileNameOf(urls[0] ?? '');
    if (name !== undefined) return { file: name, urls, ...rest };
    context.addIssue({ code: 'custom', message: 'file-name', path: ['urls', 0] });
    return z.NEVER;
  });

/** One entry of `builds`, as a person types it and `add` writes it. */
export type WrittenBuild = z.input<typeof buildSchema>;

/** The last step of an address, where it is a file name. */
function fileNameOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const step = new URL(url).pathname.split('/').at(-1) ?? '';
  return text('file-name').safeParse(decoded(step)).data;
}

/** Percent escapes that are not UTF-8 stay as they are: such a step is no file name, and not worth a failure. */
function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
