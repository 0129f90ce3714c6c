import type { PartlyKnown } from '../../scripts/decide/partly-known.ts';
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
  | { readonly kind: 'infobase'; readonly infobase: PartlyKnown }
  | { readonly kind: 'faults'; readonly faults: readonly FieldFault[] };

/** Fields for versions; an empty one says that the person does not know. */
const VERSIONS = ['version', 'platform', 'ssl'] as const;

/**
 * Reads the form. A person asks, so staged rollout does not apply; nothing is installed as far as the page knows.
 *
 * @param form values by the names of fields
 */
export function readFitForm(form: FormData, words: FitTexts): ReadForm {
  const name = textOf(form, 'configuration');
  const wrong = VERSIONS.filter(
    (field) => textOf(form, field) !== '' && versionOf(form, field) === undefined,
  );
  const faults = [
    ...(name === '' ? [{ field: 'configuration', message: words.badConfiguration }] : []),
    ...wrong.map((field) => ({ field, message: words.badVersion })),
  ];
  return faults.length > 0
    ? { kind: 'faults', faults }
    : { kind: 'infobase', infobase: infobaseOf(form, name) };
}

const versionOf = (form: FormData, field: (typeof VERSIONS)[number]): Version | undefined =>
  parseVersion(textOf(form, field));

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

function infobaseOf(form: FormData, name: string): PartlyKnown {
  const [version, platform, ssl] = VERSIONS.map((field) => versionOf(form, field));
  return {
    configuration: { name, ...(version && { version }) },
    ...(platform && { platform }),
    ...(ssl && { ssl }),
    installed: [],
    channel: textOf(form, 'channel'),
    showUntested: form.has('untested'),
    byHand: true,
    basic: form.has('basic'),
    cloud: form.has('cloud'),
  };
}
