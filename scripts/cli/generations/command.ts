import path from 'node:path';
import type { CommandDefinition } from '../session/command-definition.ts';
import { WrongUse } from '../session/exit-code.ts';
import { isFolder } from '../../disk/files.ts';
import { keepGeneration, takeGeneration, type Branch } from './generation-branch.ts';
import type { Session } from '../session/session.ts';
import type { World } from '../session/world.ts';

interface GenerationOptions extends Pick<Branch, 'branch' | 'remote'> {
  readonly dir: string;
}

/** `vypusk generations take | keep`: what is published, in a branch of its own, so that no version is signed twice. */
export const generationsCommand: CommandDefinition = (program, session) => {
  const { generations } = session.text.github;
  const command = program.command('generations').helpCommand(false).description(generations.summary);
  for (const [name, work] of [
    ['take', take],
    ['keep', keep],
  ] as const) {
    command
      .command(name)
      .description(generations[name])
      .requiredOption('--dir <dir>', generations.dir)
      .option('--branch <name>', generations.branch, 'metadata')
      .option('--remote <name>', generations.remote, 'origin')
      .action((options: GenerationOptions) => work(options, session));
  }
};

/** A workflow hands its token to the step that pushes, and to no file. */
function branchOf({ branch, remote }: GenerationOptions, { cwd, environment }: World): Branch {
  const token = environment['GITHUB_TOKEN'];
  const server = environment['GITHUB_SERVER_URL'] ?? 'https://github.com';
  return { cwd, branch, remote, ...(token !== undefined && token !== '' && { access: { server, token } }) };
}

async function take(options: GenerationOptions, { world, text }: Session): Promise<void> {
  const dir = path.resolve(world.cwd, options.dir);
  const commit = await takeGeneration(branchOf(options, world), dir);
  const { noGeneration, generationTaken } = text.github;
  world.out(commit === undefined ? noGeneration(options.branch) : generationTaken(options.dir, commit));
}

async function keep(options: GenerationOptions, { world, text }: Session): Promise<void> {
  const dir = path.resolve(world.cwd, options.dir);
  if (!(await isFolder(dir))) throw new WrongUse(text.message.noFolder(options.dir));
  const commit = await keepGeneration(branchOf(options, world), dir, world.now());
  world.out(text.github.generationKept(options.branch, commit));
}
