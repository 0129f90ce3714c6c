import { Command } from 'commander';
import type { CommandDefinition } from './command-definition.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { explain } from './explain.ts';
import { optionHelp } from './option-help.ts';
import { readerLocale } from './reader-locale.ts';
import type { Session } from './session.ts';
import { CLI_TEXTS } from './text/text.ts';
import type { World } from './world.ts';

/**
 * All commands in the order of the help: the way of a release from file to infobase. Each is loaded when it is asked
 * for, because `inspect` must not wait for the signing room and the Markdown parser.
 */
const COMMANDS: ReadonlyMap<string, () => Promise<CommandDefinition>> = new Map([
  ['inspect', async () => (await import('./commands/inspect.ts')).inspectCommand],
  ['add', async () => (await import('./commands/add.ts')).addCommand],
  ['import', async () => (await import('./commands/import.ts')).importCommand],
  ['submit', async () => (await import('./commands/submit.ts')).submitCommand],
  ['check', async () => (await import('./commands/check.ts')).checkCommand],
  ['report', async () => (await import('./commands/report.ts')).reportCommand],
  ['keys', async () => (await import('./commands/keys.ts')).keysCommand],
  ['vendor', async () => (await import('./commands/vendor.ts')).vendorCommand],
  ['license', async () => (await import('./commands/license.ts')).licenseCommand],
  ['product', async () => (await import('./commands/product.ts')).productCommand],
  ['build', async () => (await import('./commands/build.ts')).buildCommand],
  ['installer', async () => (await import('./commands/installer.ts')).installerCommand],
  ['refresh', async () => (await import('./commands/refresh.ts')).refreshCommand],
  ['publish', async () => (await import('./commands/publish.ts')).publishCommand],
  ['verify', async () => (await import('./commands/verify.ts')).verifyCommand],
  ['client', async () => (await import('./commands/client.ts')).clientCommand],
  ['bundle', async () => (await import('./commands/bundle.ts')).bundleCommand],
  ['statistics', async () => (await import('./commands/statistics.ts')).statisticsCommand],
  ['github', async () => (await import('./commands/github.ts')).githubCommand],
  ['generations', async () => (await import('./commands/generations.ts')).generationsCommand],
  ['serve', async () => (await import('./commands/serve.ts')).serveCommand],
  ['schemas', async () => (await import('./commands/schemas.ts')).schemasCommand],
]);

/** Runs one command line and tells the exit status. Never throws for a person's mistake. */
export async function run(argv: readonly string[], world: World): Promise<ExitCode> {
  const locale = readerLocale(argv, world.environment);
  let code: ExitCode = EXIT.fine;
  const session: Session = {
    world,
    locale,
    text: CLI_TEXTS[locale],
    finish: (finished) => {
      code = finished;
    },
  };
  try {
    await (await buildProgram(argv, session)).parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    return explain(error, session);
  }
}

async function buildProgram(argv: readonly string[], session: Session): Promise<Command> {
  const { world, text } = session;
  const program = new Command('vypusk')
    .description(text.help.program)
    .option('--lang <ru|en>', text.help.lang)
    .helpOption('-h, --help', text.help.help)
    .helpCommand(false)
    .showHelpAfterError(text.help.afterError)
    .configureHelp({
      styleTitle: (title) => text.help.titles[title] ?? title,
      optionDescription: (option) => optionHelp(option, session),
      argumentDescription: (argument) => optionHelp(argument, session),
    })
    .configureOutput({ writeOut: world.out, writeErr: world.err })
    .exitOverride();
  for (const load of wanted(argv)) (await load())(program, session);
  return program;
}

/** The command that the line names; all of them where it names none, so that the help can list them. */
function wanted(argv: readonly string[]): readonly (() => Promise<CommandDefinition>)[] {
  const named = argv.map((word) => COMMANDS.get(word)).find((load) => load !== undefined);
  return named === undefined ? [...COMMANDS.values()] : [named];
}
