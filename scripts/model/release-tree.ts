import type { Configuration, Extension, Publisher } from './extension.ts';
import type { Licensing } from './licensing.ts';
import type { Migration } from './migration.ts';
import type { Passport } from './passport.ts';
import type { Place } from './problem.ts';
import type { Release } from './release.ts';
import type { PictureFacts } from './screenshot.ts';
import type { Statistics } from './statistics.ts';
import type { Locale } from './text.ts';

/** Step into a manifest: a key of a mapping or an index of a sequence. */
export type PathStep = string | number;

/** A file that people wrote, as a value that still knows where each part of it stands. */
export interface Manifest<T> {
  /** Path relative to the release tree, with `/`. */
  readonly file: string;
  readonly value: T;
  /**
   * Place of the value at `path`, as the field is *written* in the file; of the nearest ancestor where the field is
   * absent.
   */
  readonly placeOf: (...path: readonly PathStep[]) => Place;
}

/** Notes of one release in one language: text by a stranger, never trusted as HTML or code. */
export interface Notes {
  readonly locale: Locale;
  readonly format: 'md' | 'mdx';
  readonly file: string;
  readonly text: string;
}

/** A file beside a manifest; its bytes are read only when somebody needs them. */
export interface ArtifactFile {
  /** Path relative to the release tree, with `/`. */
  readonly file: string;
  readonly length: number;
  readonly read: () => Promise<Uint8Array<ArrayBuffer>>;
}

/** A picture in `extensions/<id>/screenshots/`. */
export interface ScreenshotFile {
  /** Path relative to the release tree, with `/`. */
  readonly file: string;
  /** Absent where the bytes are no picture that is published. */
  readonly picture?: PictureFacts;
  readonly read: () => Promise<Uint8Array<ArrayBuffer>>;
}

/** A folder `extensions/<id>/<version>/`. */
export interface ReleaseEntry {
  /** Folder name; must equal the version's canonical spelling. */
  readonly folder: string;
  readonly manifest: Manifest<Release>;
  readonly notes: readonly Notes[];
  /** `.cfe` and `.cfe.zip` files in the folder, by file name. */
  readonly artifacts: ReadonlyMap<string, ArtifactFile>;
  /** Passports (`<file>.passport.json`) in the folder, by the name of the file they describe. */
  readonly passports: ReadonlyMap<string, Passport>;
  /** Pictures that notes may show, as they name them: `a.png`, `images/b.webp`. Absent where there are none. */
  readonly pictures?: ReadonlySet<string>;
}

/** A folder `extensions/<id>/migrate/<from>/`. */
export interface MigrationEntry {
  readonly manifest: Manifest<Migration>;
  /** Longer texts of steps (`<scenario>.<step>.<locale>.md`), by `<scenario>.<step>`. */
  readonly texts: ReadonlyMap<string, readonly Notes[]>;
}

/** A folder `extensions/<id>/`. Releases are sorted by version, oldest first. */
export interface ExtensionEntry {
  readonly id: string;
  readonly manifest: Manifest<Extension>;
  /** Path of the licence agreement by language, relative to the release tree. */
  readonly eula: ReadonlyMap<Locale, string>;
  /** Pictures in the folder `screenshots`, by file name. Absent where there are none. */
  readonly screenshots?: ReadonlyMap<string, ScreenshotFile>;
  /** Ways to move here from older modules, sorted by their names. Absent where there are none. */
  readonly migrations?: readonly MigrationEntry[];
  readonly releases: readonly ReleaseEntry[];
}

/** Everything under `releases/` that people write. Extensions are sorted by id. */
export interface ReleaseTree {
  readonly publisher: Manifest<Publisher>;
  readonly configurations: Manifest<readonly Configuration[]>;
  /** Absent where nothing is sold. */
  readonly licensing?: Manifest<Licensing>;
  /** Records of licences (`licenses/<aa>/<locator>.zip`), sorted by path; published as they are. Absent where there are none. */
  readonly licenses?: readonly ArtifactFile[];
  /** Downloads that were counted (`statistics.json`). Absent where nobody counts, and in a tree of chosen extensions. */
  readonly statistics?: Statistics;
  readonly extensions: readonly ExtensionEntry[];
}
