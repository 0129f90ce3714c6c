import { decide } from '../decide/decide.ts';
import { refuseLicense, type LicenseContext } from '../decide/license.ts';
import type { Offer } from '../decide/offer.ts';
import { isForConfiguration } from '../model/any-configuration.ts';
import type { BuildDocument, ExtensionDocument, ReleaseDocument } from '../model/documents.ts';
import type { Environment } from '../model/environment.ts';
import { compareVersions, parseVersion } from '../model/version.ts';
import type { TrustedRepository } from '../verify/trusted-repository.ts';
import { clearName } from '../license/protected-name.ts';
import { ClientError } from './error.ts';
import { readDocument } from './read-document.ts';

/** A file to download: which, and where it may be had. */
export interface ChosenBuild {
  readonly extension: string;
  readonly release: ReleaseDocument;
  readonly build: BuildDocument;
}

/** Nothing is handed out, and the decision says why. */
export class NotOffered extends ClientError {
  readonly offer: Offer;

  constructor(offer: Offer) {
    super('not-offered', { id: offer.extension.id });
    this.offer = offer;
  }
}

/** The whole history of one extension. Throws `extension-unknown`, `document-id-unexpected`. */
export async function extensionDocument(
  repository: Pick<TrustedRepository, 'document'>,
  id: string,
): Promise<ExtensionDocument> {
  const document = await readDocument(repository, `extensions/${id}.json`, 'extension');
  if (document === undefined) throw new ClientError('extension-unknown', { id });
  // A vendor with a key of his own signs the document himself; it must not speak in another extension's name.
  if (document.id !== id) {
    throw new ClientError('document-id-unexpected', { name: `extensions/${id}.json`, id: document.id });
  }
  return document;
}

/** What the decision offers to an infobase. Throws `NotOffered` where it offers nothing new. */
export async function offeredBuild(
  document: ExtensionDocument,
  environment: Environment,
  license: LicenseContext,
): Promise<ChosenBuild> {
  const [offer] = await decide(document, environment, license);
  if (offer === undefined) throw new ClientError('extension-unknown', { id: document.id });
  const { release, build, status } = offer;
  if ((status !== 'install' && status !== 'update') || release === undefined || build === undefined) {
    throw new NotOffered(offer);
  }
  return { extension: document.id, release, build };
}

/** A release that somebody asks for by hand. */
export interface WantedRelease {
  readonly version: string;
  readonly configuration: string;
}

/**
 * The build of one release for a configuration, asked for by hand: fits or not, the person knows why. Never handed out
 * are a withdrawn release, and one that the licence does not open. Throws `release-unknown`, `release-withdrawn`,
 * `build-unknown`, `NotOffered`.
 */
export function buildOfRelease(
  document: ExtensionDocument,
  { version, configuration }: WantedRelease,
  license: LicenseContext,
): ChosenBuild {
  const { id } = document;
  const release = document.releases.find((candidate) => isVersion(candidate.version, version));
  if (release === undefined) throw new ClientError('release-unknown', { id, version });
  if (release.withdrawn !== undefined) throw new ClientError('release-withdrawn', { id, version });
  const build = release.builds.find(({ configurations }) =>
    configurations?.some((made) => isForConfiguration(made, configuration)),
  );
  if (build === undefined) throw new ClientError('build-unknown', { id, version, configuration });
  const reason = refuseLicense(document, { ...release, builds: [build] }, license);
  if (reason !== undefined) {
    throw new NotOffered({ extension: document, status: 'unavailable', release, reasons: [reason] });
  }
  return { extension: id, release, build };
}

function isVersion(text: string, wanted: string): boolean {
  const [a, b] = [parseVersion(text), parseVersion(wanted)];
  return a !== undefined && b !== undefined && compareVersions(a, b) === 0;
}

/** Whether a build is published encrypted. */
export const isProtected = ({ unlock, clear }: BuildDocument): boolean =>
  unlock !== undefined || clear !== undefined;

/** Where a file lies below the repository, percent-encoded: `files/<id>/<version>/<file>`. */
export const filePath = ({ extension, release, build }: ChosenBuild): string =>
  ['files', extension, release.version, build.file].map(encodeURIComponent).join('/');

/** Addresses of a file, the preferred one first. */
export const addressesOf = (chosen: ChosenBuild, repository: URL): readonly URL[] =>
  chosen.build.urls === undefined
    ? [new URL(filePath(chosen), repository)]
    : chosen.build.urls.map((url) => new URL(url));

/**
 * Name under which the `.cfe` may be kept. A publisher's key vouches for it, and still a text is not a path. Throws
 * `file-name-unsafe`.
 */
export function fileName({ build }: ChosenBuild): string {
  const isName = /^[^/\\:*?"<>|\u0000-\u001f]+$/.test(build.file) && !/^\.|[. ]$/.test(build.file);
  if (!isName) throw new ClientError('file-name-unsafe', { name: build.file });
  return isProtected(build) ? clearName(build.file) : build.file;
}
