import { adaptable } from '../../client/adaptable.ts';
import { survey } from '../../client/survey.ts';
import { refreshOrKeep } from '../../client/refresh-or-keep.ts';
import { EXIT } from '../session/exit-code.ts';
import { dayOf } from '../../model/day.ts';
import { momentOf } from '../session/moment.ts';
import type { Session } from '../session/session.ts';
import { inClientWorld } from './client-world.ts';
import { environmentOf } from './infobase.ts';
import { namedLicense } from './license.ts';
import type { InfobaseOptions } from './options.ts';
import { repositorySource } from './repository-source.ts';
import { surveyJson, surveyText } from './survey-report.ts';

/** `client list`: what an infobase should install or update, and why not. */
export async function list(options: InfobaseOptions, session: Session): Promise<void> {
  const source = await repositorySource(options, session);
  const environment = environmentOf(options, session);
  const today = dayOf(momentOf(options.now, session));
  const { repository, found } = await inClientWorld({ source, options }, session, async (world) => {
    const repository = await refreshOrKeep(world);
    const license = await namedLicense(options, { repository, world }, session);
    const context = { today, ...(license && { license }) };
    const { offers, nearest } = await survey(repository, environment, context);
    const near = await adaptable(nearest, { repository, sources: source.files, license: context });
    return { repository, found: { offers, nearest: near } };
  });
  const report = options.json ? surveyJson(found, repository) : surveyText(found, repository, session);
  session.world.out(report);
  session.finish(EXIT.fine);
}
