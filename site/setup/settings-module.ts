import type { Plugin } from 'vite';
import type { SiteSettings } from './site-settings.ts';

const NAME = 'virtual:vypusk/settings';
/** Vite's convention: an id with a zero byte is left alone by other plugins. */
const RESOLVED = `\0${NAME}`;

/** Hands the settings to pages as a module, so that no page and no view reads the environment. */
export const settingsModule = (settings: SiteSettings, contentSecurityPolicy: string): Plugin => ({
  name: 'vypusk-settings',
  resolveId: (id) => (id === NAME ? RESOLVED : undefined),
  load: (id) => (id === RESOLVED ? moduleOf({ settings, contentSecurityPolicy }) : undefined),
});

const moduleOf = (values: Readonly<Record<string, unknown>>): string =>
  Object.entries(values)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join('\n');
