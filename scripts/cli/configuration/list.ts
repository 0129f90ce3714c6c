import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { forTerminal } from '../../wording/index.ts';
import { WrongUse } from '../session/exit-code.ts';
import { isFolder } from '../../disk/files.ts';
import type { Session } from '../session/session.ts';
import { knownVersions } from './fingerprint-store.ts';

/** Options of `vypusk configuration list`. */
export interface ListOptions {
  readonly fingerprints: string;
  readonly json?: true;
}

/** Tells the configurations that have fingerprints, and their versions from old to new. */
export async function listConfigurations(options: ListOptions, session: Session): Promise<void> {
  const { world, text } = session;
  const folder = path.resolve(world.cwd, options.fingerprints);
  if (!(await isFolder(folder))) throw new WrongUse(text.configuration.noFolder(options.fingerprints));
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const configurations: { name: string; versions: readonly string[] }[] = [];
  for (const name of names.toSorted())
    configurations.push({ name, versions: await knownVersions(path.join(folder, name)) });
  const known = configurations.filter(({ versions }) => versions.length > 0);
  if (options.json) world.out(`${JSON.stringify({ configurations: known }, null, 2)}\n`);
  else
    for (const { name, versions } of known)
      world.out(
        text.configuration.listed(forTerminal(name), versions.length, `${versions[0]} – ${versions.at(-1)}`),
      );
}
