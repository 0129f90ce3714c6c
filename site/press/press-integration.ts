import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Publication } from '../publication/publication.ts';
import { directoryFiles } from '../../scripts/source/index.ts';
import type { SiteSettings } from '../setup/site-settings.ts';
import { FRAME_PATH } from './frame.ts';
import { PrintCache } from './print-cache.ts';
import { press } from './press.ts';
import { SearchIndex } from './search-index.ts';
import { writeFiles } from './write-files.ts';

/** What the press works with. */
export interface PressSetup {
  readonly settings: SiteSettings;
  readonly publication: Publication;
  /** Digest of the program, see `setup/program-digest.ts`. */
  readonly program: string;
}

/** Prints release pages, feeds and badges when Astro has drawn the rest, and makes the search index of both. */
export const pressIntegration = ({ settings, publication, program }: PressSetup): AstroIntegration => ({
  name: 'vypusk-press',
  hooks: {
    'astro:build:done': async ({ dir, pages, logger }) => {
      const out = fileURLToPath(dir);
      const search = await SearchIndex.start();
      try {
        const drawn = pages.map(({ pathname }) => pathname).filter((page) => !page.endsWith(FRAME_PATH));
        await addPages(drawn, { out, search, base: settings.base });
        const started = performance.now();
        await press({
          publication,
          program,
          search,
          out,
          origin: settings.site,
          base: settings.base,
          releases: directoryFiles(settings.releases),
          installer: settings.installer === undefined ? undefined : directoryFiles(settings.installer),
          cache: new PrintCache(path.join(settings.cache, 'prints')),
        });
        logger.info(`Release pages printed in ${seconds(started)}.`);
        const waiting = performance.now();
        await writeFiles(path.join(out, 'pagefind'), await search.files());
        logger.info(`Search index completed in ${seconds(waiting)} more.`);
      } finally {
        await search.close();
      }
    },
  },
});

interface DrawnPages {
  readonly out: string;
  readonly search: SearchIndex;
  readonly base: string;
}

/** Adds the pages that Astro drew; they say themselves what of them is to be found. */
async function addPages(pages: readonly string[], { out, search, base }: DrawnPages): Promise<void> {
  for (const page of pages.filter(isForCustomers)) {
    const html = await readFile(path.join(out, page, 'index.html'), 'utf8');
    search.addPage(`${base}${encodeURI(page.replace(/^\//, ''))}`, html);
  }
}

/** What customers look for: products, configurations, licences, trust, and the help with installing. */
const SEARCHED =
  /^(?:|extensions|configurations|fit|license|trust|install|installer|auto-update|migrations)$/;

/** The manual for publishers and the pages of checks would stand before products; they have a table of contents. */
function isForCustomers(page: string): boolean {
  const [section = ''] = page
    .replace(/^\//, '')
    .replace(/^en\/?/, '')
    .split('/');
  return SEARCHED.test(section);
}

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(2)} s`;
