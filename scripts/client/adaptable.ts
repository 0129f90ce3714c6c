import type { LicenseContext } from '../decide/license.ts';
import type { Nearest } from '../decide/nearest.ts';
import type { Reason } from '../decide/offer.ts';
import type { Passport } from '../model/passport.ts';
import type { TrustedRepository } from '../verify/trusted-repository.ts';
import { buildToAdapt } from './build-to-adapt.ts';
import { extensionDocument, NotOffered, type ChosenBuild } from './choose-build.ts';
import type { DownloadWorld } from './download-build.ts';
import { readOr } from './read-document.ts';
import { readPassport } from './read-passport.ts';

/** A near extension, the file to adapt, and what a programmer will have to change in it. */
export interface Adaptable extends Nearest {
  /** Absent where a licence is needed first, and where every release was withdrawn. */
  readonly chosen?: ChosenBuild;
  /** Why there is no file. */
  readonly refusals: readonly Reason[];
  /** What its file adopts and intercepts of its own configuration. Absent where no passport tells. */
  readonly adapts?: Adaptation;
}

/** What ties a file to the configuration that it is made for: everything here must exist in another one. */
export interface Adaptation {
  /** `Catalog.Контрагенты`, in the order of the passport. */
  readonly adopts: readonly string[];
  /** `Around Document.Заказ.ObjectModule.ОбработкаПроведения`. */
  readonly intercepts: readonly string[];
}

/** Where documents and passports come from, and what licence there is. */
export interface AdaptableWorld {
  readonly repository: Pick<TrustedRepository, 'document'>;
  readonly sources: DownloadWorld['sources'];
  readonly license: LicenseContext;
}

/** Near extensions that are looked into: each takes two requests. The others are only named. */
export const MAX_LOOKED_INTO = 5;

/** Looks into the nearest of the near ones; one whose documents cannot be had is only named. */
export const adaptable = (near: readonly Nearest[], world: AdaptableWorld): Promise<readonly Adaptable[]> =>
  Promise.all(
    near.map(async (one, at) =>
      at < MAX_LOOKED_INTO ? readOr(lookInto(one, world), named(one)) : named(one),
    ),
  );

const named = (near: Nearest): Adaptable => ({ ...near, refusals: [] });

async function lookInto(near: Nearest, { repository, sources, license }: AdaptableWorld): Promise<Adaptable> {
  const document = await extensionDocument(repository, near.extension.id);
  try {
    const chosen = buildToAdapt(document, near, license);
    const passport = await readPassport(chosen, sources);
    return { ...near, chosen, refusals: [], ...(passport && { adapts: adaptationOf(passport) }) };
  } catch (error) {
    if (error instanceof NotOffered) return { ...near, refusals: error.offer.reasons };
    throw error;
  }
}

/** What must exist in a configuration before the file of a passport attaches to it. */
export const adaptationOf = ({ objects, interceptions }: Passport): Adaptation => ({
  adopts: objects
    .filter(({ belonging }) => belonging === 'adopted')
    .map(({ kind, name }) => `${kind}.${name}`),
  intercepts: interceptions.map(({ kind, module, method }) => `${kind} ${module}.${method}`),
});
