import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { invocationOf, spokenAs } from '../../scripts/cli/session/invocation.ts';
import { commandLine } from './command-line.ts';

const SCRIPTS = path.resolve(import.meta.dirname, '../../scripts');

/** Everything that messages, cures, help and reports tell a person to type, with where it stands. */
function namedCommands(): readonly (readonly [phrase: string, file: string])[] {
  const files = globSync(['wording/**/*.ts', 'cli/text/*.ts', 'report/words.*.ts'], { cwd: SCRIPTS });
  return files.flatMap((file) => {
    const text = readFileSync(path.join(SCRIPTS, file), 'utf8').replaceAll(/\$\{[^}]*\}/g, 'X');
    return [...text.matchAll(/(?<![\p{L}\p{N}/._-])vypusk ([a-z][^`\n'’»”;,:()]*)/gu)].map(
      ([, phrase = '']) => [phrase.split(/\.(?:\s|$)/)[0]?.trim() ?? '', file] as const,
    );
  });
}

const helps = new Map<string, string>();

async function helpOf(command: string): Promise<string> {
  const known =
    helps.get(command) ?? (await commandLine([...command.split(' ').filter(Boolean), '--help'])).out;
  helps.set(command, known);
  return known;
}

/** Names of the commands in a help text. */
const commandsIn = (help: string): ReadonlySet<string> =>
  new Set(
    [...(help.split(/^Commands:$/m)[1] ?? '').matchAll(/^ {2}([a-z][a-z-]*)/gm)].map(([, name = '']) => name),
  );

let top: ReadonlySet<string>;
beforeAll(async () => {
  top = commandsIn(await helpOf(''));
});

/** The command that a phrase begins with, and what is wrong with it. */
async function faultOf(phrase: string): Promise<string | undefined> {
  const [first = '', ...words] = phrase.split(/\s+/);
  // «vypusk is …» in a sentence about the program is nothing to type.
  if (!top.has(first))
    return /^[a-z]+$/.test(first) && phrase.includes('--') ? `no command ${first}` : undefined;
  let command = first;
  let subcommands = commandsIn(await helpOf(command));
  for (const word of words) {
    if (!subcommands.has(word)) break;
    command = `${command} ${word}`;
    subcommands = commandsIn(await helpOf(command));
  }
  if (subcommands.size > 0) return `${command} needs one of ${[...subcommands].join(', ')}`;
  const help = await helpOf(command);
  const unknown = phrase
    .match(/(?<=\s)--[a-z][a-z-]*/g)
    ?.find((option) => !help.includes(`${option} `) && !help.includes(`${option}\n`));
  return unknown === undefined ? undefined : `${command} has no ${unknown}`;
}

describe('what a message tells a person to type', () => {
  const phrases = namedCommands();

  test('there are such messages', () => expect(phrases.length).toBeGreaterThan(60));

  test.each([
    ['ad releases --yes', 'no command ad'],
    ['keys', 'keys needs one of'],
    ['check --sinse main', 'check has no --sinse'],
  ])('a slip is seen: %s', async (phrase, fault) => expect(await faultOf(phrase)).toContain(fault));

  test.each(phrases)('vypusk %s (%s)', async (phrase) => expect(await faultOf(phrase)).toBeUndefined());
});

describe('how the program was called', () => {
  test.each([
    [{}, 'vypusk'],
    [{ npm_command: 'exec' }, 'npx vypusk'],
    [{ npm_command: 'run-script', npm_lifecycle_event: 'vypusk' }, 'npm run -s vypusk --'],
    [{ npm_command: 'run-script', npm_lifecycle_event: 'check' }, 'vypusk'],
  ])('%j: %s', (environment, invocation) => expect(invocationOf(environment)).toBe(invocation));

  const speak = spokenAs('npx vypusk', ['add', 'check']);
  test.each([
    ['→ vypusk add a.cfe', '→ npx vypusk add a.cfe', 'a cure'],
    ['Проверьте: vypusk check.', 'Проверьте: npx vypusk check.', 'at the end of a sentence'],
    ['npx vypusk add', 'npx vypusk add', 'said already'],
    ['vypusk-0.2.0.tgz add', 'vypusk-0.2.0.tgz add', 'a name that begins alike'],
    ['node_modules/vypusk add', 'node_modules/vypusk add', 'a path'],
    ['vypusk additional', 'vypusk additional', 'a longer word'],
    ['vypusk is a program', 'vypusk is a program', 'no command'],
  ])('%j → %j: %s', (text, expected) => expect(speak(text)).toBe(expected));

  test('messages of the command line say it so', async () => {
    const { out } = await commandLine(
      ['check', '--releases', 'test/checks/passport-missing/bad', '--lang', 'en'],
      {
        cwd: path.resolve(import.meta.dirname, '../..'),
        environment: { npm_command: 'exec' },
      },
    );
    expect(
      out +
        (await commandLine(['init', '--help'], { environment: { npm_command: 'exec', LANG: 'en_US.UTF-8' } }))
          .out,
    ).not.toMatch(/(?<!npx )vypusk (?:add|check|build) /);
  });
});
