import { cp, mkdir, readFile, readlink, rename, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isFolder } from '../disk/files.ts';

/** Folder of this program: a checkout, or a package that npm installed. */
const PROGRAM = fileURLToPath(new URL('../../', import.meta.url));

/** What the builder of pages reads. */
const SOURCES = ['astro.config.mjs', 'package.json', 'tsconfig.strict.json', 'scripts', 'site'];

/** Whether npm put the program here, so that it is not ours to write into. */
const IS_INSTALLED = PROGRAM.split(path.sep).includes('node_modules');

/** Where builds leave things to later ones: below the folder of the publisher, or with the caches of a checkout. */
export const sitePlaces = (cwd: string): string =>
  IS_INSTALLED
    ? path.join(cwd, '.vypusk', 'site')
    : path.join(PROGRAM, 'node_modules', '.cache', 'vypusk-site');

/**
 * The folder in which the pages are built. Astro writes into the folder of its configuration, and an installed package
 * may be read only or shared; so its sources are copied to `places` once for each version, beside a link to the packages
 * that they need.
 */
export async function siteProgram(places: string): Promise<string> {
  if (!IS_INSTALLED) return PROGRAM;
  const { version } = JSON.parse(await readFile(path.join(PROGRAM, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  const copy = path.join(places, `program-${version}`);
  await mkdir(places, { recursive: true });
  const packages = path.dirname(path.dirname(fileURLToPath(import.meta.resolve('astro/package.json'))));
  await link(packages, path.join(places, 'node_modules'));
  if (!(await isFolder(copy))) await copySources(copy);
  return copy;
}

/** Under a temporary name first, so that a build that was stopped leaves no half of a program. */
async function copySources(copy: string): Promise<void> {
  const beside = `${copy}.${process.pid}.new`;
  try {
    for (const name of SOURCES)
      await cp(path.join(PROGRAM, name), path.join(beside, name), { recursive: true });
    const own = path.join(PROGRAM, 'node_modules');
    if (await isFolder(own)) await link(own, path.join(beside, 'node_modules'));
    await rename(beside, copy);
  } catch (error) {
    // Another build was faster, and its copy is as good as ours.
    if (!(await isFolder(copy))) throw error;
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

/** A junction, which Windows lets everybody make. One that leads elsewhere is of an older place of the program. */
async function link(target: string, at: string): Promise<void> {
  if ((await readlink(at).catch(() => undefined)) === target) return;
  await rm(at, { force: true, recursive: true });
  await symlink(target, at, 'junction').catch(async (error: unknown) => {
    if ((await readlink(at).catch(() => undefined)) !== target) throw error;
  });
}
