import path from 'node:path';
import {
  buildOfRelease,
  extensionDocument,
  fileName,
  NotOffered,
  offeredBuild,
  type ChosenBuild,
} from '../../client/choose-build.ts';
import { downloadBuild } from '../../client/download-build.ts';
import type { ExtensionDocument } from '../../model/documents.ts';
import { SHIPPED_LIMITS } from '../../verify/limits.ts';
import { refresh } from '../../verify/update.ts';
import { EXIT } from '../exit-code.ts';
import { isFolder, writeWhole } from '../files.ts';
import { dayOf, momentOf } from '../moment.ts';
import type { Session } from '../session.ts';
import { inClientWorld } from './client-world.ts';
import { environmentOf } from './infobase.ts';
import type { GetOptions } from './options.ts';
import { partialFile } from './partial-file.ts';
import { repositorySource, type RepositorySource } from './repository-source.ts';
import { offerJson, offerText } from './survey-report.ts';

/** `client get`: the file that is offered, or of the release that was asked for, verified before it has its name. */
export async function get(options: GetOptions, session: Session): Promise<void> {
  const source = await repositorySource(options, session);
  // The download itself may take long, and needs nothing that the state folder holds.
  const document = await inClientWorld({ source, options }, session, async (world) =>
    extensionDocument(await refresh(world), options.extension),
  );
  try {
    const chosen = await chosenBuild(document, options, session);
    const file = await download(chosen, { options, source }, session);
    reportDownload(file, chosen, { options, session });
    session.finish(EXIT.fine);
  } catch (error) {
    if (!(error instanceof NotOffered)) throw error;
    reportRefusal(error, options, session);
    session.finish(EXIT.problems);
  }
}

function chosenBuild(
  document: ExtensionDocument,
  options: GetOptions,
  session: Session,
): ChosenBuild | Promise<ChosenBuild> {
  if (options.version !== undefined) return buildOfRelease(document, options.version, options.configuration);
  const today = dayOf(momentOf(options.now, session));
  return offeredBuild(document, environmentOf(options, session), { today });
}

/** Writes the verified file and tells where; a part of it never stands under its name. */
async function download(
  chosen: ChosenBuild,
  { options, source }: { readonly options: GetOptions; readonly source: RepositorySource },
  { world }: Session,
): Promise<string> {
  const asked = path.resolve(world.cwd, options.out);
  const target = (await isFolder(asked)) ? path.join(asked, fileName(chosen)) : asked;
  const bytes = await downloadBuild(chosen, {
    sources: source.files,
    partial: partialFile(`${target}.part`),
    maxBytes: SHIPPED_LIMITS.file,
  });
  await writeWhole(target, bytes);
  return path.relative(world.cwd, target);
}

function reportDownload(
  file: string,
  { extension, release, build }: ChosenBuild,
  { options, session: { world, text } }: { readonly options: GetOptions; readonly session: Session },
): void {
  const result = { file, extension, version: release.version, sha256: build.sha256 };
  world.out(options.json ? `${JSON.stringify(result, null, 2)}\n` : text.message.downloaded(result));
}

function reportRefusal({ offer }: NotOffered, options: GetOptions, session: Session): void {
  if (options.json) session.world.out(`${JSON.stringify(offerJson(offer), null, 2)}\n`);
  else session.world.err(offerText(offer, session));
}
