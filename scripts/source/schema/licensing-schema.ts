import { z } from 'zod';
import type { Licensing } from '../../model/licensing.ts';
import { refuseDuplicates } from './distinct-list.ts';
import { localizedText } from './localized-text.ts';
import { text } from './text-format.ts';

const keySchema = z.strictObject({
  keyid: text('sha256').meta({
    title: 'Идентификатор ключа',
    description: 'Name of the key in licences. `license init` fills it in.',
  }),
  public: text('public-key').meta({
    title: 'Открытая половина',
    description: 'Public half of the Ed25519 key. `license init` fills it in.',
  }),
});

const productSchema = z.strictObject({
  id: text('id').meta({
    title: 'Код продукта',
    description: 'Latin letters, digits and dashes. Files are sealed for it: choose it once.',
  }),
  title: localizedText('line').meta({ title: 'Название', description: 'Name as customers know it.' }),
});

/** `licensing.yaml`: whose licences are believed, and what they are sold for. */
export const licensingSchema = z
  .strictObject({
    keys: z
      .array(keySchema)
      .min(1)
      .max(16)
      .superRefine((items, context) =>
        refuseDuplicates(items, context, { of: ({ keyid }) => keyid, at: ['keyid'] }),
      )
      .meta({
        title: 'Ключи лицензий',
        description: 'Keys whose licences are believed. Licences of a key that is removed are refused.',
      }),
    products: z
      .array(productSchema)
      .max(1000)
      .superRefine((items, context) => refuseDuplicates(items, context, { of: ({ id }) => id, at: ['id'] }))
      .default([])
      .meta({ title: 'Продукты', description: 'What licences are sold for. `product add` adds one.' }),
  })
  .meta({
    title: 'Лицензирование (licensing.yaml)',
    description: 'Whose licences are believed, and what they are sold for. Nothing here is secret.',
  }) satisfies z.ZodType<Licensing>;

/** What a person types into `licensing.yaml`. */
export type WrittenLicensing = z.input<typeof licensingSchema>;
