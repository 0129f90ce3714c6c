import path from 'node:path';
import {
  buildOfRelease,
  extensionDocument,
  NotOffered,
  offeredBuild,
  type ChosenBuild,
} from '../../client/choose-build.ts';
import { downloadBuild } from '../../client/download-build.ts';
import { survey, type Survey } from '../../client/survey.ts';
import type { TrustedRepository } from '../../verify/trusted-repository.ts';
import { fastCheck } from '../../verify/fast-check.ts';
import { refresh } from '../../verify/update.ts';
import type { CommandDefinition } from '../command-definition.ts';
import { clientWorld } from '../client/client-world.ts';
import { checkJson, checkText } from '../client/check-report.ts';
import { environmentOf } from '../client/infobase.ts';
import {
  withInfobase,
  withRepository,
  type ClientOptions,
  type GetOptions,
  type InfobaseOptions,
} from '../client/options.ts';
import { partialFile } from '../client/partial-file.ts';
import { offerJson, surveyJson, surveyText } from '../client/survey-report.ts';
import { EXIT } from '../exit-code.ts';
import { isFolder, writeWhole } from '../files.ts';
import { dayOf, momentOf } from '../moment.ts';
import { httpOptions, repositoryAddress } from '../network.ts';
import type { Session } from '../session.ts';

/** `vypusk client …`: the reference client. Every answer follows from the root alone. */
export const clientCommand: CommandDefinition = (program, session) => {
  const { help } = session.text;
  const client = program.command('client').description(help.client.summary);
  withRepository(client.command('check'), session)
    .description(help.client.check)
    .action((options: ClientOptions) => check(options, session));
  withInfobase(withRepository(client.command('list'), session), session)
    .description(help.client.list)
    .action((options: InfobaseOptions) => list(options, session));
  withInfobase(withRepository(client.command('get'), session), session)
    .description(help.client.get)
    .requiredOption('--extension <id>', help.client.extension)
    .option('--version <version>', help.client.version)
    .option('--out <path>', help.client.out, '.')
    .action((options: GetOptions) => get(options, session));
};

async function check(options: ClientOptions, session: Session): Promise<void> {
  const world = await clientWorld(options, session);
  const answer = await fastCheck(world);
  const repository = answer.kind === 'refresh-needed' ? await refresh(world) : undefined;
  const report = options.json ? checkJson(answer, repository) : checkText(answer, repository, session);
  session.world.out(`${report}\n`);
  session.finish(answer.kind === 'current' || repository !== undefined ? EXIT.fine : EXIT.problems);
}

async function list(options: InfobaseOptions, session: Session): Promise<void> {
  const found = await surveyOf(await refresh(await clientWorld(options, session)), options, session);
  session.world.out(options.json ? `${surveyJson(found)}\n` : surveyText(found, session));
  session.finish(EXIT.fine);
}

const surveyOf = (
  repository: TrustedRepository,
  options: InfobaseOptions,
  session: Session,
): Promise<Survey> =>
  survey(repository, environmentOf(options, session), { today: dayOf(momentOf(options.now, session)) });

async function get(options: GetOptions, session: Session): Promise<void> {
  const { world, text } = session;
  const repository = await refresh(await clientWorld(options, session));
  const document = await extensionDocument(repository, options.extension);
  const environment = environmentOf(options, session);
  try {
    const chosen =
      options.version === undefined
        ? await offeredBuild(document, environment, { today: dayOf(momentOf(options.now, session)) })
        : buildOfRelease(document, options.version, options.configuration);
    const file = await download(chosen, options, session);
    const result = {
      file,
      extension: chosen.extension,
      version: chosen.release.version,
      sha256: chosen.build.sha256,
    };
    world.out(options.json ? `${JSON.stringify(result, null, 2)}\n` : text.message.downloaded(result));
    session.finish(EXIT.fine);
  } catch (error) {
    if (!(error instanceof NotOffered)) throw error;
    const { offer } = error;
    if (options.json) world.out(`${JSON.stringify(offerJson(offer), null, 2)}\n`);
    else world.err(surveyText({ offers: [offer], nearest: [] }, session));
    session.finish(EXIT.problems);
  }
}

/** Writes the verified file and tells where; a part of it never stands under its name. */
async function download(chosen: ChosenBuild, options: GetOptions, session: Session): Promise<string> {
  const asked = path.resolve(session.world.cwd, options.out);
  const target = (await isFolder(asked)) ? path.join(asked, chosen.build.file) : asked;
  const bytes = await downloadBuild(chosen, {
    repository: repositoryAddress(options.url),
    http: httpOptions(session.world),
    partial: partialFile(`${target}.part`),
    maxBytes: chosen.build.length,
  });
  await writeWhole(target, bytes);
  return path.relative(session.world.cwd, target);
}
