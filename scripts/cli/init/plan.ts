import { stringify } from 'yaml';
import { schemaFile, schemaFileText, writtenSchemas } from '../../source/index.ts';
import type { CliText } from '../text/text.ts';
import { publisherOf, type Answers } from './answers.ts';

/** What a repository starts with, by path; keys and their root are made apart. */
export function plannedFiles(
  answers: Answers,
  { program, configurations, forge, text }: PlannedWith,
): ReadonlyMap<string, string> {
  const manifest = `# yaml-language-server: $schema=schemas/publisher.schema.json\n${stringify(publisherOf(answers))}`;
  return new Map([
    ['releases/publisher.yaml', manifest],
    ['releases/configurations.yaml', configurations],
    ...[...writtenSchemas()].map(
      ([kind, schema]) => [`releases/${schemaFile(kind)}`, schemaFileText(schema)] as const,
    ),
    ['package.json', packageText(answers, program)],
    ['.gitignore', GITIGNORE],
    ['.gitattributes', GITATTRIBUTES],
    ['README.md', text.init.readme(answers)],
    ...forge,
  ]);
}

/** What does not come from the publisher. */
export interface PlannedWith {
  /** The program as `package.json` pins it: a version, or whatever npm can install. */
  readonly program: string;
  /** The configurations that 1C sells, to begin with. */
  readonly configurations: string;
  readonly forge: ReadonlyMap<string, string>;
  readonly text: CliText;
}

const packageText = ({ id }: Answers, program: string): string =>
  `${JSON.stringify(
    {
      name: `${id}-releases`,
      private: true,
      scripts: { check: 'vypusk check', start: 'vypusk preview' },
      dependencies: { vypusk: program },
    },
    null,
    2,
  )}\n`;

// Keys and passphrases do not belong here; should one get here, git does not take it.
const GITIGNORE = 'node_modules/\ndist/\n.vypusk/\n*.key.json\n*.phrase\n';

// A published file must keep every byte, on Windows too.
const GITATTRIBUTES =
  '* text=auto eol=lf\n*.cfe binary\n*.cf binary\n*.epf binary\n*.zip binary\n*.json -text\n';
