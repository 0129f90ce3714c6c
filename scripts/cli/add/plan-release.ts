import { passportOf } from '../../cfe/index.ts';
import { parseVersion, compareVersions } from '../../model/version.ts';
import type { ExtensionEntry, ReleaseEntry } from '../../model/release-tree.ts';
import { PASSPORT_ENDING, type WrittenBuild, type WrittenRelease } from '../../source/index.ts';
import { extendReleaseManifest } from '../../source/write/extend-release-manifest.ts';
import { replaceInManifest } from '../../source/write/replace-item.ts';
import { newReleaseManifest } from '../../source/write/new-manifest.ts';
import type { ProtectedFile } from '../../licensing/protect-file.ts';
import type { Build } from '../../model/release.ts';
import type { OfferedFile } from './offered-file.ts';
import { sharesConfiguration } from './build-configurations.ts';

/** A file below the release tree that `add` will write: its text, or the file that it copies. */
export interface PlannedFile {
  /** Relative to the release tree, with `/`. */
  readonly file: string;
  readonly content:
    { readonly text: string } | { readonly copyOf: OfferedFile } | { readonly bytes: Uint8Array };
  /** The file that it tells of, where that is not copied: a passport of one that lies elsewhere. */
  readonly of?: OfferedFile;
}

/** One file of a release that is added, and what it is made for. */
export interface PlannedBuild {
  readonly file: OfferedFile;
  readonly configurations: WrittenBuild['configurations'];
  /** Addresses where it lies, where it is not published from the tree. */
  readonly urls: readonly string[];
  /** What it says of its version, where the release says another text. */
  readonly fileVersion?: string;
  /** In the place of the file, where it is sold. */
  readonly sold?: ProtectedFile;
}

/** One release that `add` makes or extends. */
export interface ReleasePlan {
  readonly id: string;
  readonly version: string;
  /** Manifest that is there already. */
  readonly existing: string | undefined;
  /** Builds of it. */
  readonly standing: readonly Build[];
  readonly head: Omit<WrittenRelease, 'version' | 'builds'>;
  readonly builds: readonly PlannedBuild[];
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
  const artifacts = plan.builds.flatMap((build): PlannedFile[] => [
    ...(build.urls.length > 0 ? [] : [{ file: `${folder}/${nameOf(build)}`, content: contentOf(build) }]),
    {
      file: `${folder}/${nameOf(build)}${PASSPORT_ENDING}`,
      content: { text: passportText(build.file) },
      ...((build.urls.length > 0 || build.sold !== undefined) && { of: build.file }),
    },
  ]);
  const notes = [...plan.notes].map(([locale, text]): PlannedFile => ({
    file: `${folder}/notes.${locale}.md`,
    content: { text: `${text.trimEnd()}\n` },
  }));
  return [...artifacts, ...notes, { file: `${folder}/release.yaml`, content: { text: manifestText(plan) } }];
}

const nameOf = ({ file, sold }: PlannedBuild): string => sold?.file ?? file.name;

const contentOf = ({ file, sold }: PlannedBuild): PlannedFile['content'] =>
  sold === undefined ? { copyOf: file } : { bytes: sold.bytes };

/** Indented, so that a pull request shows in lines what a new file adds. */
const passportText = ({ facts, sha256, length }: OfferedFile): string =>
  `${JSON.stringify(passportOf(facts, { sha256, length }), null, 2)}\n`;

function manifestText({ existing, standing, version, head, builds }: ReleasePlan): string {
  const written = builds.map(writtenBuild);
  if (existing === undefined) return newReleaseManifest({ version, ...head, builds: written });
  return written.reduce((text, build) => {
    const replaced = standing.findIndex((other) => takesPlace(build, other));
    return replaced < 0
      ? extendReleaseManifest(text, build)
      : replaceInManifest(text, { kind: 'release', path: ['builds', replaced], item: { ...build } });
  }, existing);
}

/** A rebuilt file: of the same name, or for a configuration that another file was for. */
const takesPlace = (build: WrittenBuild, standing: Build): boolean =>
  build.file === standing.file || sharesConfiguration(build.configurations, standing.configurations);

function writtenBuild({ file, configurations, sold, urls, fileVersion }: PlannedBuild): WrittenBuild {
  const { sha256, length } = sold ?? file;
  const build: WrittenBuild = {
    file: sold?.file ?? file.name,
    ...(urls.length > 0 && { urls: [...urls] }),
    sha256,
    length,
    ...(fileVersion !== undefined && { fileVersion }),
    configurations,
  };
  if (sold === undefined) return build;
  return { ...build, clear: { ...sold.clear }, unlock: sold.unlock.map((unlock) => ({ ...unlock })) };
}
