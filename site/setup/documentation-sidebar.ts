import type { StarlightUserConfig } from '@astrojs/starlight/types';

/**
 * The sidebar of the documentation. Pages of releases are not in it: a sidebar of thousands would be in every page
 * and would take half of the build.
 */
export const documentationSidebar: NonNullable<StarlightUserConfig['sidebar']> = [
  { slug: 'documentation' },
  {
    label: 'Разработчикам',
    translations: { en: 'For vendors' },
    items: [
      { slug: 'vendors' },
      { slug: 'migrations' },
      { slug: 'submit' },
      { slug: 'publishing' },
      { slug: 'files-in-git' },
      { slug: 'compatibility' },
      { slug: 'statistics' },
      { slug: 'forms' },
      { slug: 'licensing' },
      { slug: 'auto-update' },
    ],
  },
  {
    label: 'Администраторам баз',
    translations: { en: 'For administrators' },
    items: [{ slug: 'installer' }],
  },
  {
    label: 'Авторам установщиков',
    translations: { en: 'For installer authors' },
    items: [{ slug: 'installer-authors' }],
  },
  {
    label: 'Замечания проверки',
    translations: { en: 'Check codes' },
    collapsed: true,
    items: [{ autogenerate: { directory: 'checks' } }],
  },
];
