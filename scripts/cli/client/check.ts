import { fastCheck } from '../../verify/fast-check.ts';
import { refresh } from '../../verify/update.ts';
import { EXIT } from '../exit-code.ts';
import type { Session } from '../session.ts';
import { checkJson, checkText } from './check-report.ts';
import { clientWorld } from './client-world.ts';
import type { ClientOptions } from './options.ts';
import { repositorySource } from './repository-source.ts';

/** `client check`: one small question, and the whole workflow only where that is not enough. */
export async function check(options: ClientOptions, session: Session): Promise<void> {
  const world = await clientWorld(await repositorySource(options, session), options, session);
  const answer = await fastCheck(world);
  const repository = answer.kind === 'refresh-needed' ? await refresh(world) : undefined;
  const report = options.json ? checkJson(answer, repository) : checkText(answer, repository, session);
  session.world.out(`${report}\n`);
  session.finish(answer.kind === 'current' || repository !== undefined ? EXIT.fine : EXIT.problems);
}
