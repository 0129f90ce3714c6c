import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { directoryFiles } from './scripts/source/index.ts';
import { pressIntegration } from './site/press/press-integration.ts';
import { derivedPassports } from './site/publication/derived-passports.ts';
import { handOver } from './site/publication/handed-over.ts';
import { readPublication } from './site/publication/read-publication.ts';
import { codeThemes } from './site/setup/code-themes.ts';
import { contentSecurityPolicy } from './site/setup/content-security-policy.ts';
import { inlineScriptHashes } from './site/setup/inline-scripts.ts';
import { programDigest } from './site/setup/program-digest.ts';
import { settingsModule } from './site/setup/settings-module.ts';
import { siteSettings } from './site/setup/site-settings.ts';
import { documentationSidebar } from './site/setup/documentation-sidebar.ts';
import { cardHead, siteCard } from './site/views/card.ts';
import { sitemapOptions } from './site/setup/sitemap-options.ts';

// No build of ours calls home, whoever starts it.
process.env.ASTRO_TELEMETRY_DISABLED ??= '1';

const root = fileURLToPath(new URL('.', import.meta.url));
const settings = siteSettings(process.env, root);
const publication = await readPublication({
  releases: directoryFiles(settings.releases),
  trust: directoryFiles(settings.trust),
  passports: derivedPassports(settings.passports),
  ...(settings.installer !== undefined && { installer: directoryFiles(settings.installer) }),
});
handOver(publication);

const starlightComponents = fileURLToPath(
  new URL('.', import.meta.resolve('@astrojs/starlight/components/Search.astro')),
);
const STYLES = ['tokens', 'base', 'parts', 'notes', 'release', 'code', 'forms', 'print'];
const policy = contentSecurityPolicy(inlineScriptHashes(starlightComponents));

/**
 * The press makes the search index: it knows what release pages say without reading them again.
 *
 * @param {import('astro').AstroIntegration} integration
 * @returns {import('astro').AstroIntegration}
 */
const withoutSearchIndex = ({ hooks, ...integration }) => ({
  ...integration,
  hooks: { ...hooks, 'astro:build:done': undefined },
});

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
  // Pages whose routes say what they follow from (`cacheKey`) are drawn again only when that, or our program, changed.
  experimental: { incrementalBuild: true },
  // Starlight's own highlighter writes HTML that is not valid, and regions that a screen reader cannot tell apart.
  markdown: { shikiConfig: { themes: codeThemes, defaultColor: false } },
  vite: {
    build: { assetsInlineLimit: 0, rolldownOptions: { checks: { moduleLevelDirective: false } } },
    plugins: [settingsModule(settings, policy)],
  },
  integrations: [
    pressIntegration({ settings, publication, program: programDigest(root) }),
    sitemap(sitemapOptions(publication, settings)),
    withoutSearchIndex(
      starlight({
        title: { ru: settings.publisher.ru, en: settings.publisher.en ?? settings.publisher.ru },
        titleDelimiter: '·',
        favicon: '/favicon.svg',
        logo: { src: './site/assets/mark.svg', alt: '' },
        defaultLocale: 'root',
        locales: { root: { label: 'Русский', lang: 'ru' }, en: { label: 'English', lang: 'en' } },
        sidebar: documentationSidebar,
        head: cardHead(siteCard(settings.base), settings.site),
        customCss: STYLES.map((name) => `./site/styles/${name}.css`),
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
    ),
    // Pages of the manual are MDX where they show components. Vendors' notes are not compiled: MDX is a program.
    mdx({ optimize: true }),
  ],
});
