import type { TreeFiles } from '../../scripts/source/index.ts';
import type { PublishedExtension } from './publication.ts';

/** A picture beside the notes of a release. */
export interface ReleasePicture {
  readonly id: string;
  readonly version: string;
  /** Folder of the release in the release tree. */
  readonly folder: string;
  /** Path below the release's folder, as notes write it. */
  readonly path: string;
}

/** Pictures larger than this are not for release notes. */
export const MAX_PICTURE_BYTES = 4 * 1024 * 1024;

/** Files of the names that the notes linter lets through (`scripts/notes/address.ts`). SVG can hold scripts. */
const PICTURE = /\.(?:png|jpe?g|webp|gif|avif)$/i;

/** Folder for pictures inside a release's own. */
const FOLDER = 'images';

/** Every picture that lies beside notes, in the order of the tree. */
export async function releasePictures(
  extensions: readonly PublishedExtension[],
  files: TreeFiles,
): Promise<readonly ReleasePicture[]> {
  const pictures: ReleasePicture[] = [];
  for (const { document, releases } of extensions) {
    for (const [version, { folder }] of releases) {
      const paths = await picturePaths(files, folder);
      pictures.push(...paths.map((path) => ({ id: document.id, version, folder, path })));
    }
  }
  return pictures;
}

async function picturePaths(files: TreeFiles, folder: string): Promise<readonly string[]> {
  const beside = await files.list(folder);
  const hasFolder = beside.some(({ name, kind }) => name === FOLDER && kind === 'folder');
  const inside = hasFolder ? await files.list(`${folder}/${FOLDER}`) : [];
  return [
    ...beside.filter(isPicture).map(({ name }) => name),
    ...inside.filter(isPicture).map(({ name }) => `${FOLDER}/${name}`),
  ];
}

const isPicture = ({ name, kind }: { readonly name: string; readonly kind: string }): boolean =>
  kind === 'file' && PICTURE.test(name);
