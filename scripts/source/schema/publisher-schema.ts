import { z } from 'zod';
import type { Publisher, VendorAuthority } from '../../model/extension.ts';
import { distinctList } from './distinct-list.ts';
import { localizedText } from './localized-text.ts';
import { text } from './text-format.ts';

const vendorSchema = z.strictObject({
  id: text('id').meta({
    title: 'Код разработчика',
    description: 'First part of the ids of his extensions: "acme" may sign extensions/acme-*.',
  }),
  keys: distinctList(text('public-key'), 16).min(1).meta({
    title: 'Открытые ключи',
    description:
      'Public halves of his keys, 64 small hexadecimal digits each, as `vypusk keys new` prints them.',
  }),
  threshold: z.int().min(1).max(16).default(1).meta({
    title: 'Порог',
    description: 'How many of his keys must sign.',
  }),
}) satisfies z.ZodType<VendorAuthority>;

/** `publisher.yaml`: who publishes the repository. The descriptions are the manual that editors show. */
export const publisherSchema = z
  .strictObject({
    id: text('id').meta({
      title: 'Идентификатор издателя',
      description: 'Short name of the publisher: Latin letters, digits and dashes. Example: romashka.',
    }),
    name: localizedText('line').meta({
      title: 'Название издателя',
      description: 'Name as readers know it, in Russian or as {ru, en}.',
    }),
    url: text('folder-url').meta({
      title: 'Адрес хранилища',
      description:
        'Public address of the repository, ending with a slash. Infobases read it; choose it once.',
    }),
    email: text('email').meta({ title: 'Почта', description: 'Where readers may write.' }).exactOptional(),
    licensePrefix: text('license-prefix').meta({
      title: 'Начало лицензионных ключей',
      description: 'First part of every licence key: 2 to 8 capital Latin letters and digits.',
    }),
    channels: distinctList(text('channel'), 8).min(1).default(['stable']).meta({
      title: 'Каналы',
      description:
        'Channels of releases, the most stable first. An infobase gets its channel and stabler ones.',
    }),
    locales: distinctList(z.enum(['ru', 'en']), 2)
      .min(1)
      .default(['ru'])
      .meta({ title: 'Языки', description: 'Languages in which every release must have notes.' }),
    vendors: z.array(vendorSchema).max(100).default([]).meta({
      title: 'Разработчики со своими ключами',
      description: 'Vendors of a shared repository who sign the documents of their own extensions.',
    }),
  })
  .meta({
    title: 'Издатель (publisher.yaml)',
    description: 'Who publishes this repository.',
  }) satisfies z.ZodType<Publisher>;

/** What a person types into `publisher.yaml`. */
export type WrittenPublisher = z.input<typeof publisherSchema>;
