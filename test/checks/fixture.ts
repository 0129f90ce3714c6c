import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { passportOf, type ExtensionFacts } from '../../scripts/cfe/index.ts';
import {
  runChecks,
  type CheckContext,
  type CheckProblem,
  type InspectedFile,
} from '../../scripts/checks/index.ts';
import type { Passport } from '../../scripts/model/passport.ts';
import type { ReleaseEntry, ReleaseTree } from '../../scripts/model/release-tree.ts';
import { memoryFiles, readReleaseTree, type SourceProblem } from '../../scripts/source/index.ts';
import { ordinaryFacts } from './extension-facts.ts';

/** Folder of the fixtures: `base/` is a whole good tree, `<code>/good` and `<code>/bad` lie over it. */
export const FIXTURES: string = import.meta.dirname;

/** What a fixture says of a file that only pretends to be a `.cfe` (`files.json`, by path). */
interface FileSpec {
  /** What is different from `ordinaryFacts`. */
  readonly facts?: Partial<ExtensionFacts>;
  /** A pointer of Git LFS lies there, which names the file itself. */
  readonly isLfsPointer?: true;
  /** Why a file that lies elsewhere could not be had. */
  readonly unreachable?: string;
  readonly error?: NonNullable<InspectedFile['error']>;
  /** `false`: none; otherwise what is different from the one that the facts give. */
  readonly passport?: false | Partial<Passport>;
  /** Why an archive is not protected. */
  readonly unprotected?: string;
}

/** A fixture that was read and checked. */
export interface CheckedFixture {
  readonly context: CheckContext;
  readonly problems: readonly CheckProblem[];
  readonly sourceProblems: readonly SourceProblem[];
  readonly textOf: (file: string) => string | undefined;
}

const SETTINGS = /^(?:expected(?:\.en)?\.txt|files\.json|deleted\.txt)$/;

type Files = ReadonlyMap<string, string>;

/** Pictures are kept as text with a character for each byte. */
const PICTURE = /\.(?:png|jpg|webp)$/;

const recordOf = (files: Files): Record<string, string | Uint8Array<ArrayBuffer>> =>
  Object.fromEntries(
    [...files].map(([file, text]) => [
      file,
      PICTURE.test(file) ? new Uint8Array(Buffer.from(text, 'latin1')) : text,
    ]),
  );

/** Reads and checks the good or the bad tree of a code. With a `before/` there, that is what was published. */
export async function checkFixture(code: string, variant: 'good' | 'bad'): Promise<CheckedFixture> {
  const base = overlay(new Map(), 'base');
  const before = overlay(base, path.join(code, 'before'));
  const files = overlay(before, path.join(code, variant));
  const settings = path.join(FIXTURES, code, variant);
  const specs = readJson<Readonly<Record<string, FileSpec>>>(path.join(settings, 'files.json'), {});
  const { tree, problems: sourceProblems } = await readReleaseTree(memoryFiles(recordOf(files)));
  if (tree === undefined) throw new Error(`${code}/${variant} cannot be read`);
  const inspected = inspect(tree, files, specs);
  const context: CheckContext = {
    tree: withPassports(tree, inspected, specs),
    inspected,
    openRecords: openRecordsIn(specs),
    now: '2026-11-20',
    ...(existsSync(path.join(FIXTURES, code, 'before')) && (await historyOf(before, files))),
  };
  return { context, problems: runChecks(context), sourceProblems, textOf: (file) => files.get(file) };
}

const openRecordsIn = (specs: Readonly<Record<string, FileSpec>>): Map<string, string> =>
  new Map(
    Object.entries(specs).flatMap(([file, { unprotected }]) =>
      file.startsWith('licenses/') && unprotected !== undefined ? [[file, unprotected] as const] : [],
    ),
  );

async function historyOf(before: Files, now: Files): Promise<Pick<CheckContext, 'previous' | 'roots'>> {
  const { tree } = await readReleaseTree(memoryFiles(recordOf(before)));
  return { ...(tree && { previous: tree }), roots: { before: rootsIn(before), now: rootsIn(now) } };
}

const rootsIn = (files: Files): Map<string, string> =>
  new Map(
    [...files].filter(([file]) => file.startsWith('trust/')).map(([file, text]) => [file, sha256(text)]),
  );

/** Files of a folder over those of another tree; `deleted.txt` names those that are taken away. */
function overlay(below: Files, folder: string): Files {
  const root = path.join(FIXTURES, folder);
  const files = new Map(below);
  if (!existsSync(root)) return files;
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || SETTINGS.test(entry.name)) continue;
    const file = path.join(entry.parentPath, entry.name);
    files.set(path.relative(root, file).replaceAll(path.sep, '/'), readFileSync(file, PICTURE.test(file) ? 'latin1' : 'utf8'));
  }
  const deleted = path.join(root, 'deleted.txt');
  if (existsSync(deleted))
    for (const file of readFileSync(deleted, 'utf8').trim().split('\n')) files.delete(file);
  return files;
}

function inspect(
  tree: ReleaseTree,
  files: Files,
  specs: Readonly<Record<string, FileSpec>>,
): Map<string, InspectedFile> {
  const inspected = new Map<string, InspectedFile>();
  for (const { extension, entry } of releasesOf(tree)) {
    for (const { file } of entry.artifacts.values()) {
      const text = files.get(file) ?? '';
      const digest = { sha256: sha256(text), length: Buffer.byteLength(text) };
      const spec = specs[file];
      if (spec?.isLfsPointer) inspected.set(file, { ...digest, isLfsPointer: true });
      else if (file.endsWith('.zip'))
        inspected.set(file, { ...digest, ...(spec?.unprotected && { unprotected: spec.unprotected }) });
      else if (spec?.error) inspected.set(file, { ...digest, error: spec.error });
      else
        inspected.set(file, {
          ...digest,
          facts: factsOf(extension.manifest.value.name, entry, spec),
        });
    }
  }
  for (const [file, { unreachable }] of Object.entries(specs))
    if (unreachable !== undefined) inspected.set(file, { sha256: '', length: 0, unreachable });
  return inspected;
}

/** Every build gets the passport that its file would have; so a fixture about something else needs none. */
function withPassports(
  tree: ReleaseTree,
  inspected: ReadonlyMap<string, InspectedFile>,
  specs: Readonly<Record<string, FileSpec>>,
): ReleaseTree {
  const extensions = tree.extensions.map((extension) => ({
    ...extension,
    releases: extension.releases.map((entry) => {
      const passports = new Map(entry.passports);
      for (const build of entry.manifest.value.builds) {
        const file = `extensions/${extension.id}/${entry.folder}/${build.file}`;
        const spec = specs[file];
        if (spec?.passport === false) continue;
        const facts = factsOf(extension.manifest.value.name, entry, spec);
        // Of the file itself where it lies there: a wrong manifest does not make the passport wrong as well.
        passports.set(build.file, { ...passportOf(facts, build.clear ?? (spec?.unreachable === undefined ? inspected.get(file) : undefined) ?? build), ...spec?.passport });
      }
      return { ...entry, passports };
    }),
  }));
  return { ...tree, extensions };
}

const factsOf = (name: string, entry: ReleaseEntry, spec: FileSpec | undefined): ExtensionFacts => ({
  ...ordinaryFacts(name, entry.manifest.value.version.text),
  ...spec?.facts,
});

function* releasesOf(tree: ReleaseTree) {
  for (const extension of tree.extensions) for (const entry of extension.releases) yield { extension, entry };
}

const readJson = <T>(file: string, fallback: T): T =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : fallback;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
