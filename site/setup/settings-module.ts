import type { Plugin } from 'vite';
import type { SiteSettings } from './site-settings.ts';

/** What pages may know: where they lie. Folders of this machine are not theirs, and would make every build another. */
export type PageSettings = Pick<SiteSettings, 'site' | 'base'>;

const NAME = 'virtual:vypusk/settings';
/** Vite's convention: an id with a zero byte is left alone by other plugins. */
const RESOLVED = `\0${NAME}`;

/**
 * Hands the settings to pages as a module, so that no page and no view reads the environment. `astro dev` puts scripts
 * of its own into pages, so there the policy is empty.
 */
export const settingsModule = ({ site, base }: PageSettings, policy: string): Plugin => ({
  name: 'vypusk-settings',
  resolveId: (id) => (id === NAME ? RESOLVED : undefined),
  load(id) {
    if (id !== RESOLVED) return undefined;
    return moduleOf({
      settings: { site, base },
      contentSecurityPolicy: this.environment.mode === 'dev' ? '' : policy,
    });
  },
});

const moduleOf = (values: Readonly<Record<string, unknown>>): string =>
  Object.entries(values)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join('\n');
