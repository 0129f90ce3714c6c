import type { ReleaseTree } from '../model/release-tree.ts';

/** A published file whose downloads are counted. */
export interface CountedFile {
  readonly id: string;
  readonly version: string;
  readonly sha256: string;
  /** Bytes. */
  readonly length: number;
  /** Below the public address: `files/<id>/<version>/<file>`. */
  readonly path: string;
  /** Addresses of the file on other hosts. */
  readonly urls: readonly string[];
}

/** Every file of every release. What is not here is not counted, so nothing that a stranger asked for is kept. */
export const countedFiles = ({ extensions }: Pick<ReleaseTree, 'extensions'>): readonly CountedFile[] =>
  extensions.flatMap(({ id, releases }) =>
    releases.flatMap(({ manifest: { value } }) =>
      value.builds.map(({ file, sha256, length, urls }) => {
        const version = value.version.text;
        return { id, version, sha256, length, path: `files/${id}/${version}/${file}`, urls };
      }),
    ),
  );
