import type { Passport } from '../../scripts/model/passport.ts';

/** Manifests as people write them, for tests to spoil. */
export const SHA256 = '0123456789abcdef'.repeat(4);

export const PUBLISHER_YAML = `id: romashka
name: {ru: Ромашка Софт, en: Romashka Soft}
url: https://romashka.example/
licensePrefix: ROMASHKA
channels: [stable, beta]
locales: [ru, en]
`;

export const CONFIGURATIONS_YAML = `- name: БухгалтерияПредприятия
  synonym: {ru: Бухгалтерия предприятия, en: Enterprise Accounting}
  edition: 3.0
  family: accounting
- name: УправлениеТорговлей
  synonym: Управление торговлей
  edition: 11
  family: trade
`;

export const EXTENSION_YAML = `name: РомашкаCRM
title: {ru: Коннектор CRM, en: CRM connector}
summary: Передаёт заказы в CRM.
vendor: {name: Ромашка Софт, url: https://romashka.example/}
`;

export const RELEASE_YAML = `version: 1.4.2.7
date: 2026-11-01
channel: stable
builds:
  - file: crm.cfe
    sha256: ${SHA256}
    length: 286542
    configurations:
      - {name: БухгалтерияПредприятия, version: ">=3.0.140 <3.1", tested: 3.0.171.9}
`;

/** A passport as `add` writes it. */
export const PASSPORT: Passport = {
  formatVersion: 1,
  sha256: SHA256,
  length: 10,
  name: 'РомашкаCRM',
  synonym: { ru: 'Ромашка: CRM' },
  version: '1.4.2.7',
  vendor: 'Ромашка Софт',
  prefix: 'ром_',
  purpose: 'AddOn',
  compatibilityMode: 'Version8_3_24',
  extensionCompatibilityMode: 'Version8_3_21',
  changesDataStructure: false,
  objects: [{ kind: 'Catalog', name: 'Контрагенты', belonging: 'adopted' }],
  httpServices: [{ name: 'ромCRM', rootUrl: 'crm', routes: [{ template: '/orders', methods: ['GET'] }] }],
  interceptions: [
    {
      module: 'Catalog.Контрагенты.ObjectModule',
      method: 'ПриЗаписи',
      kind: 'After',
      handler: 'ром_ПриЗаписи',
    },
  ],
  defaultRoles: [],
};

/** A whole release tree with one release. */
export const TREE = {
  'publisher.yaml': PUBLISHER_YAML,
  'configurations.yaml': CONFIGURATIONS_YAML,
  'extensions/crm/extension.yaml': EXTENSION_YAML,
  'extensions/crm/1.4.2.7/release.yaml': RELEASE_YAML,
  'extensions/crm/1.4.2.7/notes.ru.md': 'Исправлена передача заказов.\n',
  'extensions/crm/1.4.2.7/crm.cfe': 'not really',
};

/** The text with one piece replaced, which must be there. */
export function spoiled(text: string, piece: string, replacement: string): string {
  if (!text.includes(piece)) throw new Error(`no ${JSON.stringify(piece)} to replace`);
  return text.replace(piece, () => replacement);
}
