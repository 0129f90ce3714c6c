import path from 'node:path';
import { listReleases } from '../../github/releases.ts';
import { declareAddOptions } from '../add/declare-options.ts';
import type { AddOptions } from '../add/options.ts';
import type { CommandDefinition } from '../session/command-definition.ts';
import { WrongUse } from '../session/exit-code.ts';
import { fileSize } from '../../disk/files.ts';
import { readBounded } from '../session/read-bounded.ts';
import { repositoryOf } from '../github/repository-of.ts';
import { download, DownloadFailure } from '../session/download.ts';
import { mikoFiles } from './miko-list.ts';
import { releaseFiles } from './release-files.ts';
import { runImport } from './run-import.ts';
import type { Session } from '../session/session.ts';

/** Bytes of a list of modules that are believed. */
const MAX_LIST = 8 * 1024 * 1024;

/** `vypusk import releases | miko`: what was published elsewhere. A folder of files is added by `vypusk add`. */
export const importCommand: CommandDefinition = (program, session) => {
  const { help } = session.text.import;
  const command = program.command('import').helpCommand(false).description(help.summary);
  const releases = command
    .command('releases')
    .description(help.releases)
    .argument('<owner/name>', help.repository);
  declareAddOptions(releases, session).action((repository: string, options: AddOptions) =>
    importReleases(repository, options, session),
  );
  const miko = command.command('miko').description(help.miko).argument('<file-or-url>', help.list);
  declareAddOptions(miko, session).action((list: string, options: AddOptions) =>
    importMiko(list, options, session),
  );
};

async function importReleases(name: string, options: AddOptions, session: Session): Promise<void> {
  const { world, text } = session;
  if (!/^[\w-]+\/(?!\.)[\w.-]+$/.test(name)) throw new WrongUse(text.submit.badRepository(name));
  const environment = { ...world.environment, GITHUB_REPOSITORY: name };
  const repository = repositoryOf({ ...world, environment });
  const { apiUrl, token } = repository;
  const listed = await listReleases(repository);
  const files = releaseFiles(listed, { address: apiUrl.replace(/\/$/, ''), repository: name }, session);
  const authority = { origin: new URL(apiUrl).origin, token };
  await runImport({ ...files, options, authority }, session);
}

async function importMiko(list: string, options: AddOptions, session: Session): Promise<void> {
  const text = new TextDecoder().decode(await bytesOfList(list, session));
  const files = mikoFiles({ text, isSold: options.product.length > 0 }, session);
  if (files === undefined) throw new WrongUse(session.text.import.badList(list));
  await runImport({ ...files, options }, session);
}

async function bytesOfList(list: string, { world, text }: Session): Promise<Uint8Array> {
  if (!/^https?:\/\//i.test(list) || !URL.canParse(list)) {
    const file = path.resolve(world.cwd, list);
    if ((await fileSize(file)) === undefined) throw new WrongUse(text.message.noFile(list));
    return readBounded(file, MAX_LIST);
  }
  try {
    return await download({ url: new URL(list), maxBytes: MAX_LIST, accept: 'application/json' }, world);
  } catch (error) {
    if (error instanceof DownloadFailure) throw new WrongUse(text.import.notTaken(list, error.reason));
    throw error;
  }
}
