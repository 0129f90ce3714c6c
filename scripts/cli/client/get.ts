import path from 'node:path';
import {
  buildOfRelease,
  extensionDocument,
  fileName,
  NotOffered,
  offeredBuild,
  type ChosenBuild,
} from '../../client/choose-build.ts';
import { buildToAdapt } from '../../client/build-to-adapt.ts';
import { downloadBuild } from '../../client/download-build.ts';
import { openBuild } from '../../client/open-build.ts';
import { readDocument } from '../../client/read-document.ts';
import { refreshOrKeep } from '../../client/refresh-or-keep.ts';
import { nearest } from '../../decide/nearest.ts';
import type { LicensePayload } from '../../license/license.ts';
import type { ExtensionDocument } from '../../model/documents.ts';
import { SHIPPED_LIMITS } from '../../verify/limits.ts';
import type { TrustedRepository } from '../../verify/trusted-repository.ts';
import { EXIT } from '../session/exit-code.ts';
import { isFolder, writeWhole } from '../../disk/files.ts';
import { dayOf } from '../../model/day.ts';
import { momentOf } from '../session/moment.ts';
import type { Session } from '../session/session.ts';
import { inClientWorld } from './client-world.ts';
import { environmentOf } from './infobase.ts';
import { namedLicense } from './license.ts';
import type { GetOptions } from './options.ts';
import { partialFile } from './partial-file.ts';
import { repositorySource, type RepositorySource } from './repository-source.ts';
import { offerJson, offerText } from './survey-report.ts';

/** `client get`: the file that is offered, or of the release that was asked for, verified before it has its name. */
export async function get(options: GetOptions, session: Session): Promise<void> {
  const source = await repositorySource(options, session);
  // The download itself may take long, and needs nothing that the state folder holds.
  const asked = await inClientWorld({ source, options }, session, async (world): Promise<Asked> => {
    const repository = await refreshOrKeep(world);
    const document = await extensionDocument(repository, options.extension);
    return {
      options,
      source,
      document,
      license: await namedLicense(options, { repository, world }, session),
      near: options.adapt ? await nearOnes(options, repository) : [],
    };
  });
  try {
    const chosen = await chosenBuild(asked, session);
    reportDownload(await download(chosen, asked, session), { chosen, options }, session);
    session.finish(EXIT.fine);
  } catch (error) {
    if (!(error instanceof NotOffered)) throw error;
    reportRefusal(error, options, session);
    session.finish(EXIT.problems);
  }
}

/** What was asked for, and everything that was verified for the answer. */
interface Asked {
  readonly options: GetOptions;
  readonly source: RepositorySource;
  readonly document: ExtensionDocument;
  readonly license: LicensePayload | undefined;
  /** Configurations that make the extension near, where its file is to be adapted. */
  readonly near: readonly string[];
}

async function nearOnes(
  { configuration, present, extension }: GetOptions,
  repository: Pick<TrustedRepository, 'document'>,
): Promise<readonly string[]> {
  const catalog = await readDocument(repository, 'catalog.json', 'catalog');
  const near = catalog ? nearest(catalog, { configuration: { name: configuration }, present }) : [];
  return near.find(({ extension: { id } }) => id === extension)?.configurations ?? [];
}

function chosenBuild(
  { options, document, license, near }: Asked,
  session: Session,
): ChosenBuild | Promise<ChosenBuild> {
  const context = { today: dayOf(momentOf(options.now, session)), ...(license && { license }) };
  const { version, configuration, adapt } = options;
  if (adapt)
    return buildToAdapt(
      document,
      { configurations: near, ...(version !== undefined && { version }) },
      context,
    );
  if (version !== undefined) return buildOfRelease(document, { version, configuration }, context);
  return offeredBuild(document, environmentOf(options, session), context);
}

/** A file that was written. */
interface WrittenFile {
  readonly file: string;
  readonly sha256: string;
}

/** Writes the verified file, opened where it is protected; a part of it never stands under its name. */
async function download(
  chosen: ChosenBuild,
  { options, source, license }: Asked,
  { world }: Session,
): Promise<WrittenFile> {
  const asked = path.resolve(world.cwd, options.out);
  const target = (await isFolder(asked)) ? path.join(asked, fileName(chosen)) : asked;
  const bytes = await downloadBuild(chosen, {
    sources: source.files,
    partial: partialFile(`${target}.part`),
    maxBytes: SHIPPED_LIMITS.file,
  });
  await writeWhole(target, await openBuild(bytes, chosen.build, license));
  const { sha256 } = chosen.build.clear ?? chosen.build;
  return { file: path.relative(world.cwd, target), sha256 };
}

function reportDownload(
  written: WrittenFile,
  { chosen: { extension, release }, options }: { readonly chosen: ChosenBuild; readonly options: GetOptions },
  { world, text }: Session,
): void {
  const { file, sha256 } = written;
  const result = { file, extension, version: release.version, sha256 };
  world.out(options.json ? `${JSON.stringify(result, null, 2)}\n` : text.message.downloaded(result));
}

function reportRefusal({ offer }: NotOffered, options: GetOptions, session: Session): void {
  if (options.json) session.world.out(`${JSON.stringify(offerJson(offer), null, 2)}\n`);
  else session.world.err(offerText(offer, session));
}
