/// <reference types="astro/client" />
/// <reference types="@astrojs/starlight" />

declare module 'virtual:vypusk/settings' {
  /** What `astro.config.mjs` read from the environment and from `publisher.yaml`. */
  export const settings: import('./setup/settings-module.ts').PageSettings;
  /** The content security policy of every page; empty while developing. */
  export const contentSecurityPolicy: string;
}
