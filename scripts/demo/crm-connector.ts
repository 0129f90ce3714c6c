import type { ExtensionDescription, HttpServiceDescription, ObjectDescription } from '../cfe/index.ts';
import {
  COUNTERPARTY_MODULE,
  EXCHANGE_MODULE,
  QUEUE_MODULE,
  SALE_FILLING_MODULE,
  SALE_MODULE,
  SALE_MODULE_MISTAKEN,
  SERVICE_MODULE,
  SERVICE_WITH_CHANGES_MODULE,
  SERVICE_WITH_QUEUE_MODULE,
} from './crm-connector-modules.ts';

/** Versions of the demonstration extension, oldest first. */
export type CrmConnectorVersion = '1.0.0.4' | '1.1.0.12' | '1.2.0.3' | '1.2.1.1' | '2.0.0-beta.1';

/** Uuids that the adopted objects have in a configuration: they tie a file to it. Invented, as the publisher is. */
export interface AdoptedUuids {
  readonly language: string;
  readonly counterparties: string;
  readonly sales: string;
}

/** Adopted objects of «Бухгалтерия предприятия». */
export const ACCOUNTING: AdoptedUuids = {
  language: '5c1d2f60-3a8e-4b7c-9d10-7e2a41b6c501',
  counterparties: '5c1d2f60-3a8e-4b7c-9d10-7e2a41b6c502',
  sales: '5c1d2f60-3a8e-4b7c-9d10-7e2a41b6c503',
};

/** Adopted objects of «Управление торговлей». */
export const TRADE: AdoptedUuids = {
  language: '9e4b7a12-6f05-4c3d-8a21-1d90c7e5f801',
  counterparties: '9e4b7a12-6f05-4c3d-8a21-1d90c7e5f802',
  sales: '9e4b7a12-6f05-4c3d-8a21-1d90c7e5f803',
};

interface Stage {
  readonly written: string;
  readonly exchangeModule: string;
  readonly saleModule: string;
  readonly service: Pick<HttpServiceDescription, 'templates' | 'text'>;
  readonly queue: readonly ObjectDescription[];
}

const PING = { name: 'ПроверкаСвязи', template: '/ping', handlers: { GET: 'ПроверкаСвязи' } };
const ORDERS = { name: 'Заказы', template: '/orders', handlers: { POST: 'ПринятьЗаказ' } };
const QUEUE_STATE = { name: 'Очередь', template: '/queue', handlers: { GET: 'СостояниеОчереди' } };
const ORDER = { name: 'Заказ', template: '/orders/{id}', handlers: { PATCH: 'ИзменитьЗаказ' } };

/** A register of the extension's own: from 1.1 on it changes the data structure. */
const QUEUE: ObjectDescription = {
  kind: 'InformationRegister',
  name: 'рмCRM_ОчередьОбмена',
  synonym: { ru: 'Очередь обмена с CRM' },
  dimensions: [{ name: 'Идентификатор', synonym: { ru: 'Идентификатор' }, type: '{"S",36,1}' }],
  resources: [
    { name: 'Раздел', synonym: { ru: 'Раздел' }, type: '{"S",50,1}' },
    { name: 'Содержание', synonym: { ru: 'Содержание' }, type: '{"S"}' },
  ],
};

const WITH_QUEUE = {
  exchangeModule: QUEUE_MODULE,
  service: { templates: [PING, ORDERS, QUEUE_STATE], text: SERVICE_WITH_QUEUE_MODULE },
  queue: [QUEUE],
};

const STAGES: Readonly<Record<CrmConnectorVersion, Stage>> = {
  '1.0.0.4': {
    written: '2026-02-10T11:20:00',
    exchangeModule: EXCHANGE_MODULE,
    saleModule: SALE_MODULE,
    service: { templates: [PING, ORDERS], text: SERVICE_MODULE },
    queue: [],
  },
  '1.1.0.12': { ...WITH_QUEUE, written: '2026-05-14T16:05:00', saleModule: SALE_MODULE },
  '1.2.0.3': { ...WITH_QUEUE, written: '2026-08-31T18:40:00', saleModule: SALE_MODULE_MISTAKEN },
  '1.2.1.1': { ...WITH_QUEUE, written: '2026-09-04T09:15:00', saleModule: SALE_FILLING_MODULE },
  '2.0.0-beta.1': {
    ...WITH_QUEUE,
    written: '2026-11-02T12:00:00',
    saleModule: SALE_FILLING_MODULE,
    service: { templates: [PING, ORDERS, QUEUE_STATE, ORDER], text: SERVICE_WITH_CHANGES_MODULE },
  },
};

/** The extension «Ромашка: связь с CRM» of one version, for one configuration. */
export function crmConnector(version: CrmConnectorVersion, adopted: AdoptedUuids): ExtensionDescription {
  const stage = STAGES[version];
  return {
    name: 'РомашкаCRM',
    synonym: { ru: 'Ромашка: связь с CRM', en: 'Romashka CRM connector' },
    comment: '',
    vendor: 'Ромашка Софт',
    version,
    prefix: 'рмCRM_',
    purpose: 'Customization',
    compatibilityMode: 'Version8_3_20',
    extensionCompatibilityMode: 'Version8_3_20',
    written: stage.written,
    language: { name: 'Русский', code: 'ru', extends: adopted.language },
    defaultRoles: ['рмCRM_ОбменСCRM'],
    objects: [
      { kind: 'Role', name: 'рмCRM_ОбменСCRM', synonym: { ru: 'Обмен с CRM' } },
      {
        kind: 'CommonModule',
        name: 'рмCRM_ОбменСCRM',
        synonym: { ru: 'Обмен с CRM' },
        context: 'server',
        text: stage.exchangeModule,
      },
      {
        kind: 'HTTPService',
        name: 'рмCRM_Обмен',
        synonym: { ru: 'Обмен с CRM' },
        rootUrl: 'romashka-crm',
        ...stage.service,
      },
      ...stage.queue,
      {
        kind: 'Catalog',
        name: 'Контрагенты',
        extends: adopted.counterparties,
        objectModule: COUNTERPARTY_MODULE,
      },
      {
        kind: 'Document',
        name: 'РеализацияТоваровУслуг',
        extends: adopted.sales,
        objectModule: stage.saleModule,
      },
    ],
  };
}
