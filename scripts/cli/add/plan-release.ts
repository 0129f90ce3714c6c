import { passportOf } from '../../cfe/index.ts';
import { parseVersion, compareVersions } from '../../model/version.ts';
import type { ExtensionEntry, ReleaseEntry } from '../../model/release-tree.ts';
import { PASSPORT_ENDING, type WrittenBuild, type WrittenRelease } from '../../source/index.ts';
import { extendReleaseManifest } from '../../source/write/extend-release-manifest.ts';
import { newReleaseManifest } from '../../source/write/new-manifest.ts';
import type { OfferedFile } from './offered-file.ts';

/** A file below the release tree that `add` will write: its text, or the file that it copies. */
export interface PlannedFile {
  /** Relative to the release tree, with `/`. */
  readonly file: string;
  readonly content: { readonly text: string } | { readonly copyOf: OfferedFile };
}

/** One release that `add` makes or extends. */
export interface ReleasePlan {
  readonly id: string;
  readonly version: string;
  /** Manifest that is there already. */
  readonly existing: string | undefined;
  readonly head: Omit<WrittenRelease, 'version' | 'builds'>;
  readonly builds: readonly (readonly [OfferedFile, WrittenBuild['configurations']])[];
  readonly notes: ReadonlyMap<'ru' | 'en', string>;
}

/** The release of a version in an extension, whatever its spelling. */
export const releaseOf = (extension: ExtensionEntry | undefined, version: string): ReleaseEntry | undefined =>
  extension?.releases.find(({ manifest }) => isSame(manifest.value.version.text, version));

function isSame(a: string, b: string): boolean {
  const [left, right] = [parseVersion(a), parseVersion(b)];
  return left !== undefined && right !== undefined && compareVersions(left, right) === 0;
}

/** Every file that makes the plan true, the `.cfe` first and the manifest that names it last. */
export function planRelease(plan: ReleasePlan): readonly PlannedFile[] {
  const folder = `extensions/${plan.id}/${plan.version}`;
  const artifacts = plan.builds.flatMap(([file]): PlannedFile[] => [
    { file: `${folder}/${file.name}`, content: { copyOf: file } },
    { file: `${folder}/${file.name}${PASSPORT_ENDING}`, content: { text: passportText(file) } },
  ]);
  const notes = [...plan.notes].map(([locale, text]): PlannedFile => ({
    file: `${folder}/notes.${locale}.md`,
    content: { text: `${text.trimEnd()}\n` },
  }));
  return [...artifacts, ...notes, { file: `${folder}/release.yaml`, content: { text: manifestText(plan) } }];
}

/** Indented, so that a pull request shows in lines what a new file adds. */
const passportText = ({ facts, sha256, length }: OfferedFile): string =>
  `${JSON.stringify(passportOf(facts, { sha256, length }), null, 2)}\n`;

function manifestText({ existing, version, head, builds }: ReleasePlan): string {
  const written = builds.map(([file, configurations]) => writtenBuild(file, configurations));
  if (existing === undefined) return newReleaseManifest({ version, ...head, builds: written });
  return written.reduce(extendReleaseManifest, existing);
}

const writtenBuild = (
  { name, sha256, length }: OfferedFile,
  configurations: WrittenBuild['configurations'],
): WrittenBuild => ({ file: name, sha256, length, configurations });
