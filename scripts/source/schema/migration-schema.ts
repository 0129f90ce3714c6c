import { z } from 'zod';
import {
  FIELD_TYPES,
  STEP_KINDS,
  STORE_KINDS,
  type IdentifierMapping,
  type Migration,
  type MigrationStep,
  type Scenario,
} from '../../model/migration.ts';
import { distinctList, refuseDuplicates } from './distinct-list.ts';
import { localizedText } from './localized-text.ts';
import { moduleSignSchema } from './module-sign-schema.ts';
import { text } from './text-format.ts';

const stepSchema = z.strictObject({
  id: text('id').meta({ title: 'Код шага', description: 'Name of the step inside its scenario.' }),
  kind: z.enum(STEP_KINDS).meta({
    title: 'Вид шага',
    description: 'The installer does install, unload and load; a person does the others.',
  }),
  title: localizedText('line').meta({ title: 'Заголовок', description: 'What is done, in a few words.' }),
  where: z.enum(['working', 'copy']).default('working').meta({
    title: 'Где',
    description: 'Infobase in which the step happens: the working one, or its copy.',
  }),
  who: z.enum(['administrator', 'user', 'vendor']).default('administrator').meta({
    title: 'Кто',
    description: 'Who may do it.',
  }),
  needs: distinctList(text('id'), 50).default([]).meta({
    title: 'После каких шагов',
    description: 'Earlier steps of the scenario that must be done before.',
  }),
  verify: z
    .enum(['module-absent', 'module-present', 'extension-installed', 'identifiers-loaded'])
    .meta({ title: 'Что проверит установщик', description: 'What can be seen in the infobase itself.' })
    .exactOptional(),
  onFailure: localizedText('paragraph').meta({
    title: 'Если не получилось',
    description: 'What to do when the step fails.',
  }),
  mapping: text('id')
    .meta({ title: 'Соответствие', description: 'Mapping that unload and load carry over.' })
    .exactOptional(),
}) satisfies z.ZodType<MigrationStep>;

const scenarioSchema = z.strictObject({
  id: text('id').meta({ title: 'Код сценария', description: 'Name of the scenario.' }),
  title: localizedText('line').meta({ title: 'Заголовок', description: 'Name for readers.' }),
  summary: localizedText('paragraph').meta({ title: 'Для кого', description: 'Whom it suits.' }),
  steps: byId(stepSchema, 50)
    .min(1)
    .meta({ title: 'Шаги', description: 'In the order in which they are done.' }),
}) satisfies z.ZodType<Scenario>;

const limitSchema = z.strictObject({
  id: text('id').meta({ title: 'Код', description: 'Name of the limit.' }),
  what: localizedText('line').meta({ title: 'Что не переносится', description: 'What is lost.' }),
  consequence: localizedText('paragraph').meta({
    title: 'Что это значит',
    description: 'What that means for old documents and daily work.',
  }),
});

const fieldSchema = z.strictObject({
  name: text('field-name').meta({ title: 'Имя', description: 'Name of the field in the file.' }),
  type: z.enum(FIELD_TYPES).meta({ title: 'Тип', description: 'Type of the value.' }),
  key: z.boolean().default(false).meta({
    title: 'Ключ',
    description: 'Rows with equal keys are the same identifier.',
  }),
});

const storeSchema = z.strictObject({
  kind: z.enum(STORE_KINDS).meta({ title: 'Вид', description: 'What the identifiers are stored in.' }),
  name: text('identifier').meta({
    title: 'Имя',
    description: 'Name of the register, catalogue or additional attribute.',
  }),
  owner: text('metadata-name')
    .meta({ title: 'У кого', description: 'Whose objects carry the additional attribute.' })
    .exactOptional(),
  columns: z.record(text('field-name'), text('identifier')).meta({
    title: 'Колонки',
    description: 'Column by name of the field.',
  }),
});

const mappingSchema = z.strictObject({
  id: text('id').meta({ title: 'Код', description: 'Name of the mapping.' }),
  revision: z.int().min(1).max(1_000_000).meta({
    title: 'Ревизия',
    description: 'Raise it when fields change their meaning: older files are refused then.',
  }),
  title: localizedText('line').meta({ title: 'Что переносится', description: 'Name for readers.' }),
  fields: z
    .array(fieldSchema)
    .min(1)
    .max(50)
    .superRefine((items, context) =>
      refuseDuplicates(items, context, { of: ({ name }) => name, at: ['name'] }),
    )
    .meta({ title: 'Поля', description: 'What a row of the file holds.' }),
  source: storeSchema.meta({ title: 'Откуда', description: 'Where the old module stores them.' }),
  target: storeSchema.meta({ title: 'Куда', description: 'Where this extension stores them.' }),
  existing: z.enum(['keep', 'replace', 'report']).default('report').meta({
    title: 'Если уже есть',
    description: 'What happens to an identifier that the target has with another value.',
  }),
}) satisfies z.ZodType<IdentifierMapping>;

/** `migration.yaml`: how to move from an older module. Its name is the name of its folder and is not written again. */
export const migrationSchema = z
  .strictObject({
    title: localizedText('line').meta({
      title: 'Старый модуль',
      description: 'Name of the old module, as its users know it.',
    }),
    recognize: z.array(moduleSignSchema).min(1).max(20).meta({
      title: 'Как узнать',
      description: 'The old module is there when any of these is.',
    }),
    scenarios: byId(scenarioSchema, 10).min(1).meta({
      title: 'Сценарии',
      description: 'Ways to move, the recommended one first.',
    }),
    limits: byId(limitSchema, 50).default([]).meta({
      title: 'Что не переносится',
      description: 'Told before anything begins.',
    }),
    mappings: byId(mappingSchema, 20).default([]).meta({
      title: 'Что переносится',
      description: 'Identifiers that are carried over.',
    }),
  })
  .meta({
    title: 'Переход со старого модуля (migration.yaml)',
    description: 'How to move from an older module to this extension.',
  }) satisfies z.ZodType<Omit<Migration, 'from'>>;

/** A list in which no id stands twice. */
function byId<T extends z.ZodType<{ readonly id: string }>>(item: T, most: number): z.ZodArray<T> {
  return z
    .array(item)
    .max(most)
    .superRefine((items, context) => refuseDuplicates(items, context, { of: ({ id }) => id, at: ['id'] }));
}
