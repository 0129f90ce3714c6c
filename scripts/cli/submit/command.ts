import { forTerminal } from '../../wording/index.ts';
import { declareAddOptions } from '../add/declare-options.ts';
import { gatherAll } from '../add/write-additions.ts';
import type { CommandDefinition } from '../session/command-definition.ts';
import { EXIT, WrongUse } from '../session/exit-code.ts';
import type { Session } from '../session/session.ts';
import { actionInputs } from './action-inputs.ts';
import { GitFailure } from './authorized-git.ts';
import type { SubmitOptions } from './options.ts';
import { runSubmission, type Submitted } from './run-submission.ts';

/** `vypusk submit FILE…`: from a vendor's build machine to a pull request, as often as he likes. */
export const submitCommand: CommandDefinition = (program, session) => {
  const { help } = session.text.submit;
  const command = program.command('submit').description(help.summary).argument('[file...]', help.files);
  declareAddOptions(command, session)
    .option('--checkout <dir>', help.checkout, '.')
    .option('--repository <owner/name>', help.repository)
    .option('--fork <owner/name>', help.fork)
    .option('--base <branch>', help.base, 'main')
    .option('--inputs', help.inputs)
    .action((files: readonly string[], options: SubmitOptions) => submit(files, options, session));
};

async function submit(files: readonly string[], options: SubmitOptions, session: Session): Promise<void> {
  const inputs = options.inputs ? actionInputs(session.world) : { files: [], options: {} };
  const named = [...files, ...inputs.files];
  if (named.length === 0) throw new WrongUse(session.text.submit.noFiles);
  const offered = await gatherAll(named, options, session);
  if (offered === undefined) return;
  try {
    const submitted = await runSubmission(offered, { ...options, ...inputs.options }, session);
    report(submitted, options, session);
    await setOutputs(submitted, session);
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    const { text, world, finish } = session;
    const sentence = forTerminal(text.submit.gitFailed(error.command, error.reason));
    world.err(`git-failed: ${sentence}\n  → ${text.submit.gitCure}\n`);
    finish(EXIT.problems);
  }
}

function report(submitted: Submitted, options: SubmitOptions, { world, text, finish }: Session): void {
  finish(submitted.outcome === 'closed' ? EXIT.problems : EXIT.fine);
  if (options.json) {
    world.out(`${JSON.stringify(submitted, null, 2)}\n`);
  } else if (submitted.outcome === 'dry-run') {
    for (const file of submitted.files) world.out(`${file}\n`);
    world.out(`\n${submitted.body ?? ''}\n${text.submit.wouldSubmit(submitted.branch ?? '')}`);
  } else {
    world.out(text.submit.outcome[submitted.outcome](submitted.url ?? text.submit.inRepository));
  }
}

/** Tells the next steps of a workflow. */
async function setOutputs({ outcome, url = '', number }: Submitted, { world }: Session): Promise<void> {
  await world.job?.setOutput('outcome', outcome);
  await world.job?.setOutput('url', url);
  await world.job?.setOutput('number', String(number ?? ''));
}
