import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { publisherSchema } from '../../scripts/source/schema/publisher-schema.ts';
import type { LocalizedText } from '../../scripts/model/text.ts';

/** Everything outside the repository that a build of the site depends on. */
export interface SiteSettings {
  /** Folder with `publisher.yaml`, absolute. */
  readonly releases: string;
  /** Folder with `<n>.root.json`, absolute. */
  readonly trust: string;
  /** File with passports of files that have none beside them, absolute; see `publication/derived-passports.ts`. */
  readonly passports?: string;
  /** Folder with the files of the 1C side (`vypusk installer`), absolute. Absent: none is handed over. */
  readonly installer?: string;
  /** Where the pages are written, absolute. Astro empties it first. */
  readonly out: string;
  /** Where Astro keeps what it may use again; two builds at a time need one each. */
  readonly cache: string;
  /** Scheme and host of the public address. */
  readonly site: string;
  /** Path of the public address; starts and ends with `/`. */
  readonly base: string;
  readonly publisher: LocalizedText;
}

/** Environment variables by which `vypusk build` says what to build; see `site/README.md`. */
export type SiteEnvironment = Readonly<
  Partial<
    Record<
      | 'VYPUSK_RELEASES'
      | 'VYPUSK_TRUST'
      | 'VYPUSK_PASSPORTS'
      | 'VYPUSK_INSTALLER'
      | 'VYPUSK_OUT'
      | 'VYPUSK_CACHE',
      string
    >
  >
>;

/**
 * Reads the settings. Called once, by `astro.config.mjs`; everything else gets them as a value.
 *
 * @param root folder of the checkout: paths are relative to it
 * @throws when `publisher.yaml` cannot be read; `vypusk check` says what is wrong with it
 */
export function siteSettings(environment: SiteEnvironment, root: string): SiteSettings {
  const releases = path.resolve(root, environment.VYPUSK_RELEASES ?? 'releases');
  const written: unknown = parse(readFileSync(path.join(releases, 'publisher.yaml'), 'utf8'));
  const publisher = publisherSchema.parse(written);
  const address = new URL(publisher.url);
  return {
    releases,
    trust: path.resolve(root, environment.VYPUSK_TRUST ?? path.join(releases, 'trust')),
    ...(environment.VYPUSK_PASSPORTS !== undefined && {
      passports: path.resolve(root, environment.VYPUSK_PASSPORTS),
    }),
    ...(environment.VYPUSK_INSTALLER !== undefined && {
      installer: path.resolve(root, environment.VYPUSK_INSTALLER),
    }),
    out: path.resolve(root, environment.VYPUSK_OUT ?? 'dist'),
    cache: path.resolve(root, environment.VYPUSK_CACHE ?? 'node_modules/.astro'),
    site: address.origin,
    base: address.pathname,
    publisher: publisher.name,
  };
}
