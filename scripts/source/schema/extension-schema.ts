import { z } from 'zod';
import type { Extension } from '../../model/extension.ts';
import { conflictSchema } from './conflict-schema.ts';
import { distinctList, refuseDuplicates } from './distinct-list.ts';
import { localizedText } from './localized-text.ts';
import { text } from './text-format.ts';

const ownerSchema = z.strictObject({
  login: text('line').meta({ title: 'Имя', description: 'Name of the account on GitHub, for people.' }),
  account: z.int().positive().meta({
    title: 'Номер',
    description: 'Number of the account (https://api.github.com/users/<login>): names can change hands.',
  }),
});

const screenshotSchema = z.strictObject({
  file: text('picture-name').meta({
    title: 'Файл',
    description: 'PNG, JPEG or WebP in the folder screenshots beside this file.',
  }),
  alt: localizedText('line').meta({
    title: 'Описание',
    description: 'What the picture shows, for those who do not see it, in Russian or as {ru, en}.',
  }),
});

const vendorSchema = z.strictObject({
  name: localizedText('line').meta({ title: 'Название', description: 'Name of the vendor.' }),
  url: text('url').meta({ title: 'Сайт', description: 'Page of the vendor, https.' }).exactOptional(),
  email: text('email').meta({ title: 'Почта', description: 'Where users may write.' }).exactOptional(),
});

const purchaseSchema = z.strictObject({
  price: localizedText('line')
    .meta({ title: 'Цена словами', description: 'What it costs and for how long, as buyers read it.' })
    .exactOptional(),
  trial: localizedText('line')
    .meta({ title: 'Пробный период', description: 'What may be tried before paying, and how.' })
    .exactOptional(),
  url: text('url').meta({ title: 'Купить', description: 'Page where it is bought, https.' }).exactOptional(),
  support: text('url')
    .meta({ title: 'Поддержка', description: 'Page where buyers ask for help, https.' })
    .exactOptional(),
});

/** `extension.yaml`: one extension. Its id is the name of its folder and is not written again. */
export const extensionSchema = z
  .strictObject({
    name: text('identifier').meta({
      title: 'Имя расширения',
      description: 'Расширение.Имя, as inside every .cfe file of this extension.',
    }),
    title: localizedText('line').meta({
      title: 'Заголовок',
      description: 'Name for readers, in Russian or as {ru, en}.',
    }),
    summary: localizedText('paragraph').meta({
      title: 'Кратко',
      description: 'One or two sentences for lists.',
    }),
    vendor: vendorSchema.meta({ title: 'Разработчик', description: 'Who makes it and where to ask.' }),
    price: z
      .enum(['free', 'paid'])
      .default('free')
      .meta({ title: 'Цена', description: 'free, or paid when its files need a licence.' }),
    purchase: purchaseSchema.exactOptional().meta({
      title: 'Покупка',
      description: 'How a paid extension is bought. Shown on its page; nothing that is signed carries it.',
    }),
    products: distinctList(text('id'), 100).default([]).meta({
      title: 'Продукты',
      description: 'Products whose licence opens the files of a paid extension.',
    }),
    conflicts: z.array(conflictSchema).max(50).default([]).meta({
      title: 'С чем не уживается',
      description: 'Modules that must not, or should not, stay beside this extension.',
    }),
    screenshots: z
      .array(screenshotSchema)
      .max(12)
      .superRefine((pictures, context) =>
        refuseDuplicates(pictures, context, { of: ({ file }) => file, at: ['file'] }),
      )
      .exactOptional()
      .meta({
        title: 'Снимки экрана',
        description: 'Pictures of the extension at work, in the order in which they are shown.',
      }),
    owners: z
      .array(ownerSchema)
      .max(20)
      .superRefine((owners, context) =>
        refuseDuplicates(owners, context, { of: ({ account }) => String(account), at: ['account'] }),
      )
      .default([])
      .meta({
        title: 'Владельцы',
        description: 'Accounts whose new releases of this extension may be merged without a person.',
      }),
  })
  .meta({
    title: 'Расширение (extension.yaml)',
    description: 'One extension; its id is the name of its folder.',
  }) satisfies z.ZodType<Omit<Extension, 'id'>>;

/** What a person types into `extension.yaml`. */
export type WrittenExtension = z.input<typeof extensionSchema>;
