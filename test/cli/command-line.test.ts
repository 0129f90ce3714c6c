import { describe, expect, test } from 'vitest';
import { commandLine } from './command-line.ts';

describe('wrong use ends with 2 and a sentence', () => {
  test.each([
    [['frobnicate'], 'an unknown command'],
    [['inspect'], 'no file named'],
    [['inspect', 'no-such-file.cfe'], 'a file that is not there'],
    [['check', '--releases', 'no-such-folder'], 'a folder that is not there'],
    [['check', '--format', 'xml'], 'an unknown format'],
    [['check', '--now', 'yesterday'], 'not a moment'],
    [['build', '--keys', 'no-such-folder'], 'a folder of keys that is not there'],
    [['keys', 'init'], 'keys need a folder'],
    [['client', 'list', '--url', 'https://x.example/'], 'a client needs a root'],
    [['serve', '.', '--port', '99999'], 'not a port'],
    [['serve', 'no-such-folder'], 'a folder that is not there'],
  ])('%j — %s', async (argv) => {
    const { code, out, err } = await commandLine(argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toBe('');
  });
});

describe('help', () => {
  test.each([
    [[], 'the program alone'],
    [['--help'], 'asked for'],
  ])('lists every command: %j — %s', async (argv) => {
    const { out, err } = await commandLine(argv);
    for (const name of ['inspect', 'add', 'check', 'keys', 'build', 'client', 'serve'])
      expect(out + err).toContain(name);
  });

  test.each<[Record<string, string>, string, string]>([
    [{ LANG: 'en_US.UTF-8' }, 'Usage:', 'the environment says English'],
    [{ LANG: 'ru_RU.UTF-8' }, 'Использование:', 'the environment says Russian'],
    [{ LANG: 'C' }, 'Использование:', 'it says nothing: the language of the field'],
    [{ LANG: 'ru_RU.UTF-8', VYPUSK_LANG: 'en' }, 'Usage:', 'our own variable is stronger'],
  ])('speaks the reader’s language %j — %s', async (environment, title) => {
    expect((await commandLine(['check', '--help'], { environment })).out).toContain(title);
  });

  /** Help in Russian, and the commands that it lists. */
  const russianHelp = async (
    path: readonly string[],
  ): Promise<{ text: string; names: readonly string[] }> => {
    const { out } = await commandLine(['--lang', 'ru', ...path, '--help']);
    const [, listed = ''] = out.split(/^Команды:$/m);
    return { text: out, names: [...listed.matchAll(/^ {2}([a-z-]+)/gm)].map(([, name = '']) => name) };
  };

  test('is alike for all commands and groups: nothing in another language, no command called help', async () => {
    const waiting: (readonly string[])[] = [[]];
    const seen: string[] = [];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const { text, names } = await russianHelp(path);
      expect(text, path.join(' ')).not.toMatch(
        /help \[command\]|display help|Usage:|Options:|Commands:|\(default/,
      );
      expect(text, `a folder of this machine in the help of ${path.join(' ')}`).not.toContain(process.cwd());
      seen.push(path.join(' '));
      for (const name of names) waiting.push([...path, name]);
    }
    expect(seen).toEqual(
      expect.arrayContaining(['license issue', 'product grant', 'generations keep', 'github watch']),
    );
  });

  test('--lang is the strongest', async () => {
    const { code, out } = await commandLine(['--lang', 'ru', 'check', '--help']);
    expect({ code, isRussian: out.includes('Использование:') }).toEqual({ code: 0, isRussian: true });
  });
});

describe('what the library says of a wrong command line, in Russian', () => {
  test.each<[string[], string]>([
    [['chekc'], 'ошибка: команды «chekc» нет\n(возможно, check)'],
    [['check', '--sinc', 'x'], 'ошибка: параметра «--sinc» нет\n(возможно, --since)'],
    [['inspect'], 'ошибка: не назван аргумент «file»'],
    [['report'], 'ошибка: не указан обязательный параметр «--since <revision>»'],
    [['check', '--since'], 'ошибка: у параметра «--since <revision>» нет значения'],
    [['check', 'лишнее'], 'ошибка: лишние аргументы: нужно 0, а названо 1'],
    [['verify', 'ftp://x', '--lang', 'ru'], 'Так не получится'],
  ])('%j', async (argv, words) => {
    const { code, err } = await commandLine(argv, { environment: { LANG: 'ru_RU.UTF-8' } });
    expect([code, err]).toEqual([2, expect.stringContaining(words)]);
    expect(err).not.toMatch(/error:|Did you mean/);
  });
});
