import { fileURLToPath } from 'node:url';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { codeThemes } from './site/setup/code-themes.ts';
import { contentSecurityPolicy } from './site/setup/content-security-policy.ts';
import { inlineScriptHashes } from './site/setup/inline-scripts.ts';
import { settingsModule } from './site/setup/settings-module.ts';
import { siteSettings } from './site/setup/site-settings.ts';
import { documentationSidebar } from './site/setup/documentation-sidebar.ts';

// No build of ours calls home, whoever starts it.
process.env.ASTRO_TELEMETRY_DISABLED ??= '1';

const settings = siteSettings(process.env, fileURLToPath(new URL('.', import.meta.url)));

const starlightComponents = fileURLToPath(
  new URL('.', import.meta.resolve('@astrojs/starlight/components/Search.astro')),
);
const policy = contentSecurityPolicy(inlineScriptHashes(starlightComponents));

export default defineConfig({
  srcDir: './site',
  publicDir: './site/public',
  outDir: settings.out,
  cacheDir: settings.cache,
  site: settings.site,
  base: settings.base,
  trailingSlash: 'always',
  // A style sheet or script inside a page would need a hash of its own in the content security policy.
  build: { inlineStylesheets: 'never' },
  // Starlight's own highlighter writes HTML that is not valid, and regions that a screen reader cannot tell apart.
  markdown: { shikiConfig: { themes: codeThemes, defaultColor: false } },
  vite: {
    build: { assetsInlineLimit: 0, rolldownOptions: { checks: { moduleLevelDirective: false } } },
    plugins: [settingsModule(settings, policy)],
  },
  integrations: [
    starlight({
      title: { ru: settings.publisher.ru, en: settings.publisher.en ?? settings.publisher.ru },
      titleDelimiter: '·',
      favicon: '/favicon.svg',
      logo: { src: './site/assets/mark.svg', alt: '' },
      defaultLocale: 'root',
      locales: { root: { label: 'Русский', lang: 'ru' }, en: { label: 'English', lang: 'en' } },
      sidebar: documentationSidebar,
      customCss: ['tokens', 'base', 'code', 'forms', 'print'].map((name) => `./site/styles/${name}.css`),
      components: {
        Hero: './site/components/shell/Hero.astro',
        Head: './site/components/shell/Head.astro',
        Header: './site/components/shell/Header.astro',
        Footer: './site/components/shell/Footer.astro',
        LanguageSelect: './site/components/shell/LanguageSelect.astro',
      },
      disable404Route: true,
      expressiveCode: false,
      credits: false,
      lastUpdated: false,
    }),
  ],
});
