import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Where a repository may live. */
export const FORGES = ['none', 'github'] as const;

/** One of them. */
export type Forge = (typeof FORGES)[number];

/** Folder of this program; what a forge runs for publishers lies in it as plain files. */
const PROGRAM = path.resolve(import.meta.dirname, '../../..');

/** Files of a forge, relative to the program and to the new repository alike. */
const FILES: Readonly<Record<Forge, readonly string[]>> = {
  none: [],
  github: [
    '.github/actions/setup/action.yml',
    ...['check', 'deploy', 'merge', 'publish', 'refresh', 'report', 'watch'].map(
      (name) => `.github/workflows/${name}.yml`,
    ),
  ],
};

/** In the program's checkout a step runs an npm script; in a publisher's repository, the package that it has pinned. */
const STEPS: readonly (readonly [RegExp, string])[] = [
  [/npm run check -- /g, 'npx vypusk check '],
  [/npm run vypusk -- /g, 'npx vypusk '],
  [/ --require check --require test /g, ' --require check '],
  [/workflows: \[check, ci\]/g, 'workflows: [check]'],
];

/** What a forge needs, by path in the new repository. */
export async function forgeFiles(forge: Forge): Promise<ReadonlyMap<string, string>> {
  const files = FILES[forge].map(async (file) => {
    const written = await readFile(path.join(PROGRAM, file), 'utf8');
    return [file, STEPS.reduce((text, [step, own]) => text.replace(step, own), written)] as const;
  });
  return new Map(await Promise.all(files));
}

/** `configurations.yaml` of a new repository: what 1C sells, so that nobody has to look names up. */
export const knownConfigurations = (): Promise<string> =>
  readFile(path.join(PROGRAM, 'scripts/cli/init/configurations.yaml'), 'utf8');
