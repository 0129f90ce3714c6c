import { writeExtension, type ExtensionDescription } from '../cfe/index.ts';
import { ACCOUNTING, crmConnector, TRADE } from './crm-connector.ts';
import { priceTags } from './price-tags.ts';

/** A file of the demonstration publisher, at its place in the release tree. */
export interface DemoFile {
  /** `extensions/<id>/<version>/<file>.cfe` */
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** One build of a release. */
const build = (id: string, file: string, description: ExtensionDescription) => ({
  path: `extensions/${id}/${description.version}/${file}`,
  description,
});

const CRM = 'crm-connector';
const TAGS = 'price-tags';

const BUILDS = [
  build(CRM, 'crm-bp.cfe', crmConnector('1.0.0.4', ACCOUNTING)),
  build(CRM, 'crm-bp.cfe', crmConnector('1.1.0.12', ACCOUNTING)),
  build(CRM, 'crm-ut.cfe', crmConnector('1.1.0.12', TRADE)),
  build(CRM, 'crm-bp.cfe', crmConnector('1.2.0.3', ACCOUNTING)),
  build(CRM, 'crm-ut.cfe', crmConnector('1.2.0.3', TRADE)),
  build(CRM, 'crm-bp.cfe', crmConnector('1.2.1.1', ACCOUNTING)),
  build(CRM, 'crm-ut.cfe', crmConnector('1.2.1.1', TRADE)),
  build(CRM, 'crm-bp.cfe', crmConnector('2.0.0-beta.1', ACCOUNTING)),
  build(CRM, 'crm-ut.cfe', crmConnector('2.0.0-beta.1', TRADE)),
  build(TAGS, 'price-tags.cfe', priceTags('0.9.0.1')),
  build(TAGS, 'price-tags.cfe', priceTags('1.0.0.2')),
  build(TAGS, 'price-tags.cfe', priceTags('1.0.1.5')),
];

/** All files of the demonstration publisher «Ромашка Софт»; the same bytes every time. */
export const demoFiles = (): Promise<readonly DemoFile[]> =>
  Promise.all(
    BUILDS.map(async ({ path, description }) => ({ path, bytes: await writeExtension(description) })),
  );
