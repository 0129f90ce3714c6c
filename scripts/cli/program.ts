import { Command } from 'commander';
import type { CommandDefinition } from './session/command-definition.ts';
import { EXIT, type ExitCode } from './session/exit-code.ts';
import { explain } from './session/explain.ts';
import { invocationOf, spokenAs } from './session/invocation.ts';
import { optionHelp } from './session/option-help.ts';
import { askedLocale, readerLocale } from './session/reader-locale.ts';
import type { Session } from './session/session.ts';
import { CLI_TEXTS } from './text/text.ts';
import type { World } from './session/world.ts';

/**
 * All commands in the order of the help: the way of a release from file to infobase. Each is loaded when it is asked
 * for, because `inspect` must not wait for the signing room and the Markdown parser.
 */
const COMMANDS: ReadonlyMap<string, () => Promise<CommandDefinition>> = new Map([
  ['init', async () => (await import('./init/command.ts')).initCommand],
  ['inspect', async () => (await import('./inspect/command.ts')).inspectCommand],
  ['forms', async () => (await import('./forms/command.ts')).formsCommand],
  ['add', async () => (await import('./add/command.ts')).addCommand],
  ['tested', async () => (await import('./tested/command.ts')).testedCommand],
  ['import', async () => (await import('./import/command.ts')).importCommand],
  ['submit', async () => (await import('./submit/command.ts')).submitCommand],
  ['check', async () => (await import('./check/command.ts')).checkCommand],
  ['report', async () => (await import('./report/command.ts')).reportCommand],
  ['keys', async () => (await import('./keys/command.ts')).keysCommand],
  ['vendor', async () => (await import('./vendor/command.ts')).vendorCommand],
  ['license', async () => (await import('./license/command.ts')).licenseCommand],
  ['product', async () => (await import('./product/command.ts')).productCommand],
  ['pages', async () => (await import('./pages/command.ts')).pagesCommand],
  ['build', async () => (await import('./build/command.ts')).buildCommand],
  ['preview', async () => (await import('./preview/command.ts')).previewCommand],
  ['installer', async () => (await import('./installer/command.ts')).installerCommand],
  ['refresh', async () => (await import('./refresh/command.ts')).refreshCommand],
  ['publish', async () => (await import('./publish/command.ts')).publishCommand],
  ['verify', async () => (await import('./verify/command.ts')).verifyCommand],
  ['client', async () => (await import('./client/command.ts')).clientCommand],
  ['bundle', async () => (await import('./bundle/command.ts')).bundleCommand],
  ['configuration', async () => (await import('./configuration/command.ts')).configurationCommand],
  ['verdict', async () => (await import('./verdict/command.ts')).verdictCommand],
  ['statistics', async () => (await import('./statistics/command.ts')).statisticsCommand],
  ['github', async () => (await import('./github/command.ts')).githubCommand],
  ['generations', async () => (await import('./generations/command.ts')).generationsCommand],
  ['serve', async () => (await import('./serve/command.ts')).serveCommand],
  ['schemas', async () => (await import('./schemas/command.ts')).schemasCommand],
]);

/** Runs one command line and tells the exit status. Never throws for a person's mistake. */
export async function run(argv: readonly string[], world: World): Promise<ExitCode> {
  const locale = readerLocale(argv, world.environment);
  const asked = askedLocale(argv);
  let code: ExitCode = EXIT.fine;
  const speak = spokenAs(invocationOf(world.environment), COMMANDS.keys());
  const session: Session = {
    world: { ...world, out: (text) => world.out(speak(text)), err: (text) => world.err(speak(text)) },
    locale,
    ...(asked && { askedLocale: asked }),
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
    .configureOutput({
      writeOut: world.out,
      writeErr: world.err,
      outputError: (said, write) => write(translated(said, text.message.commander)),
    })
    .exitOverride();
  for (const load of wanted(argv)) (await load())(program, session);
  return program;
}

/** The library's own sentences, one by one, in the reader's language. */
const translated = (said: string, sentences: readonly (readonly [RegExp, string])[]): string =>
  sentences.reduce((text, [pattern, translation]) => text.replace(pattern, translation), said);

/** The command that the line names; all of them where it names none, so that the help can list them. */
function wanted(argv: readonly string[]): readonly (() => Promise<CommandDefinition>)[] {
  const named = argv.map((word) => COMMANDS.get(word)).find((load) => load !== undefined);
  return named === undefined ? [...COMMANDS.values()] : [named];
}
