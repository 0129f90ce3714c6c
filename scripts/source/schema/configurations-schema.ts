import { z } from 'zod';
import type { Configuration } from '../../model/extension.ts';
import { refuseDuplicates } from './distinct-list.ts';
import { localizedText } from './localized-text.ts';
import { text } from './text-format.ts';

const configurationSchema = z
  .strictObject({
    name: text('identifier').meta({
      title: 'Имя конфигурации',
      description: 'Метаданные.Имя, exactly as the configuration has it. Example: БухгалтерияПредприятия.',
    }),
    synonym: localizedText('line').meta({
      title: 'Синоним',
      description: 'Name as users see it, in Russian or as {ru, en}.',
    }),
    edition: text('version').meta({
      title: 'Редакция',
      description: 'Edition as vendors say it. Quote it: "3.0".',
    }),
    family: text('id').meta({
      title: 'Семейство',
      description:
        'Configurations of one family are near: what is made for one is easily adapted to another.',
    }),
  })
  .transform(({ synonym, ...rest }): Configuration => ({ ...rest, title: synonym }));

/** `configurations.yaml`: 1C configurations that manifests may name. */
export const configurationsSchema = z
  .array(configurationSchema)
  .min(1)
  .max(1000)
  .superRefine((items, context) => refuseDuplicates(items, context, { of: ({ name }) => name, at: ['name'] }))
  .meta({
    title: 'Конфигурации (configurations.yaml)',
    description: '1C configurations that release manifests may name.',
  }) satisfies z.ZodType<readonly Configuration[]>;

/** What a person types into `configurations.yaml`. */
export type WrittenConfigurations = z.input<typeof configurationsSchema>;
