import type { Environment } from '../../scripts/model/environment.ts';
import { parseVersion, type Version } from '../../scripts/model/version.ts';
import type { FitTexts } from '../i18n/fit-texts.ts';

/** Value of the choice «another configuration»: no configuration has this name. */
export const OTHER_CONFIGURATION = 'other';

/** What is wrong with one field. */
export interface FieldFault {
  readonly field: string;
  readonly message: string;
}

/** An infobase as its owner describes it, or what is wrong with the description. */
export type ReadForm =
  | { readonly kind: 'environment'; readonly environment: Environment }
  | { readonly kind: 'faults'; readonly faults: readonly FieldFault[] };

/**
 * Reads the form. A person asks, so staged rollout does not apply; nothing is installed as far as the page knows.
 *
 * @param form values by the names of fields
 */
export function readFitForm(form: FormData, words: FitTexts): ReadForm {
  const [version, platform, ssl] = ['version', 'platform', 'ssl'].map((name) =>
    parseVersion(textOf(form, name)),
  );
  const name = textOf(form, 'configuration');
  const faults = [
    ...(name === '' ? [{ field: 'configuration', message: words.badConfiguration }] : []),
    ...versionFaults({ version, platform, ssl: textOf(form, 'ssl') === '' ? 'absent' : ssl }, words),
  ];
  if (faults.length > 0 || version === undefined || platform === undefined) return { kind: 'faults', faults };
  return { kind: 'environment', environment: environmentOf(form, { name, version, platform, ssl }) };
}

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

const versionFaults = (
  versions: Readonly<Record<string, Version | 'absent' | undefined>>,
  { badVersion }: FitTexts,
): readonly FieldFault[] =>
  Object.entries(versions)
    .filter(([, version]) => version === undefined)
    .map(([field]) => ({ field, message: badVersion }));

interface Versions {
  readonly name: string;
  readonly version: Version;
  readonly platform: Version;
  readonly ssl: Version | undefined;
}

const environmentOf = (form: FormData, { name, version, platform, ssl }: Versions): Environment => ({
  configuration: { name, version },
  platform,
  ...(ssl && { ssl }),
  installed: [],
  channel: textOf(form, 'channel'),
  showUntested: form.has('untested'),
  byHand: true,
  basic: form.has('basic'),
  cloud: form.has('cloud'),
});
