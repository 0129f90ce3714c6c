import type { ConfigurationExtension, ReleaseDocument } from '../model/documents.ts';
import type { Environment } from '../model/environment.ts';
import type { ConflictDocument, ModuleSignDocument } from '../model/migration-document.ts';
import { NOTHING, parseRange, spans } from '../model/version-range.ts';
import { parseVersion } from '../model/version.ts';
import type { Reason } from './offer.ts';

/** Modules in an infobase that an extension must not, and that it should not stay beside. */
export interface Conflicts {
  readonly refusals: readonly Reason[];
  readonly notes: readonly Reason[];
}

/** What of the infobase speaks against an extension as a whole; `release` is the one that the reasons speak of. */
export function conflictsOf(
  { conflicts = [] }: Pick<ConfigurationExtension, 'conflicts'>,
  { version }: Pick<ReleaseDocument, 'version'>,
  environment: Environment,
): Conflicts {
  const found = conflicts.filter((conflict) => isThere(conflict, environment));
  const reasons = (action: ConflictDocument['action']): readonly Reason[] =>
    found.filter((conflict) => conflict.action === action).map((conflict) => reasonOf(conflict, version));
  return { refusals: reasons('refuse'), notes: reasons('warn') };
}

/** Whether an infobase has what a sign names. 1C compares names without case. */
export function isThere(sign: ModuleSignDocument, { installed, present = [] }: Environment): boolean {
  if (!('extension' in sign)) return present.some((name) => isSameName(name, signName(sign)));
  const range = sign.versions === undefined ? undefined : (parseRange(sign.versions) ?? NOTHING);
  return installed.some(({ name, version }) => {
    if (!isSameName(name, sign.extension)) return false;
    const read = parseVersion(version);
    // A version that nobody can read may be any: better to ask once too often.
    return range === undefined || read === undefined || spans(range, read);
  });
}

/** Name of what a sign names, an extension's inner one, or as `Environment.present` has it. */
export function signName(sign: ModuleSignDocument): string {
  if ('extension' in sign) return sign.extension;
  return 'subsystem' in sign ? `Подсистема.${sign.subsystem}` : sign.object;
}

const isSameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const reasonOf = (conflict: ConflictDocument, release: string): Reason => ({
  code: 'conflict',
  args: {
    release,
    name: signName(conflict),
    action: conflict.action,
    ru: conflict.reason.ru,
    ...(conflict.reason.en !== undefined && { en: conflict.reason.en }),
  },
});
