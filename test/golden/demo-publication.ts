import { buildCatalog } from '../../scripts/catalog/build-catalog.ts';
import { signRepository } from '../../scripts/signing/sign-repository.ts';
import type { SignedRepository } from '../../scripts/signing/sign-repository.ts';
import { passport, releaseTree } from '../catalog/release-tree.ts';
import { Operator } from '../signing/operator.ts';

const BP = 'БухгалтерияПредприятия';
const UT = 'УправлениеТорговлей';

/** What a small publisher has: two extensions, a beta, a rollout, a withdrawal, a build for two configurations. */
const TREE = releaseTree({
  publisher: { name: { ru: 'Демонстрационный издатель', en: 'Demo publisher' }, email: 'a@demo.example' },
  extensions: [
    {
      id: 'crm-connector',
      name: 'ОбменСCRM',
      title: { ru: 'Обмен с CRM', en: 'CRM connector' },
      summary: { ru: 'Передаёт заказы и принимает статусы.', en: 'Sends orders and receives their states.' },
      releases: [
        { version: '1.0', date: '2026-01-15', notes: { ru: 'Первый выпуск.', en: 'First release.' } },
        {
          version: '1.1',
          date: '2026-02-01',
          notes: { ru: 'Быстрее.' },
          withdrawn: { date: '2026-02-03', reason: { ru: 'Теряет заказы', en: 'Loses orders' } },
        },
        {
          version: '1.2',
          date: '2026-03-01',
          importance: 'critical',
          notes: { ru: '# Что нового\n\nЗаказы больше **не теряются**.', en: 'Orders are not lost any more.' },
          requires: { platform: '>=8.3.20', ssl: '>=3.1.5' },
          install: { safeMode: false, dangerousActionsProtection: false, exclusive: 'auto', publish: ['httpServices'] },
          builds: [
            { file: 'crm-bp.cfe', made: { [BP]: '>=3.0.140 <3.1' }, tested: '3.0.171.9' },
            { file: 'crm-ut.cfe', made: { [UT]: '~11.5.20' }, urls: ['https://files.demo.example/crm-ut.cfe'] },
          ],
          passports: { 'crm-bp.cfe': passport(true) },
        },
        { version: '2.0.0-beta.1', date: '2026-04-01', channel: 'beta', updateFrom: '>=1.2' },
      ],
    },
    {
      id: 'price-tags',
      name: 'Ценники',
      price: 'paid',
      products: ['price-tags'],
      eula: { ru: 'extensions/price-tags/eula.ru.md' },
      releases: [{ version: '3.0.171.9', rollout: { percent: 20, pausedAt: null } }],
    },
  ],
});

/** The publication of that tree by keys, and at a time, that never change. */
export async function demoPublication(): Promise<SignedRepository> {
  const agreement = new TextEncoder().encode('# Лицензионное соглашение\n');
  const { documents, heads, files } = buildCatalog(TREE, { readAgreement: () => agreement });
  const operator = await Operator.start();
  return signRepository(operator.input({ documents, heads, files }));
}
