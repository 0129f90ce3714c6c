import { refreshOrKeep } from '../../client/refresh-or-keep.ts';
import { fastCheck, type FastCheck } from '../../verify/fast-check.ts';
import type { TrustedRepository } from '../../verify/trusted-repository.ts';
import type { World } from '../../verify/world.ts';
import { EXIT } from '../session/exit-code.ts';
import type { Session } from '../session/session.ts';
import { checkJson, checkText } from './check-report.ts';
import { inClientWorld } from './client-world.ts';
import type { ClientOptions } from './options.ts';
import { repositorySource } from './repository-source.ts';

/** `client check`: one small question, and the whole workflow only where that is not enough. */
export async function check(options: ClientOptions, session: Session): Promise<void> {
  const source = await repositorySource(options, session);
  const { answer, repository } = await inClientWorld({ source, options }, session, askQuestion);
  const report = options.json ? checkJson(answer, repository) : checkText(answer, repository, session);
  session.world.out(`${report}\n`);
  session.finish(answer.kind === 'current' || repository !== undefined ? EXIT.fine : EXIT.problems);
}

interface Answer {
  readonly answer: FastCheck;
  readonly repository: TrustedRepository | undefined;
}

async function askQuestion(world: World): Promise<Answer> {
  const answer = await fastCheck(world);
  return { answer, repository: answer.kind === 'refresh-needed' ? await refreshOrKeep(world) : undefined };
}
