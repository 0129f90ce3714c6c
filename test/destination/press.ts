import { createHash } from 'node:crypto';
import type { Tree, TreeFile } from '../../scripts/destination/tree-file.ts';
import type { ExtensionDocument } from '../../scripts/model/documents.ts';
import { FORMAT_VERSION } from '../../scripts/model/format-version.ts';
import type { Bytes } from '../../scripts/signing/signed-file.ts';
import { Operator, START } from '../signing/operator.ts';

const bytesOf = (text: string): Bytes => new TextEncoder().encode(text);

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A tree of files by path. */
export const treeOf = (files: Iterable<readonly [path: string, content: Bytes | string]>): Tree =>
  new Map([...files].map(([path, content]) => [path, treeFile(path, content)]));

/** One file of a tree. */
export function treeFile(path: string, content: Bytes | string): TreeFile {
  const bytes = typeof content === 'string' ? bytesOf(content) : content;
  const md5 = createHash('md5').update(bytes).digest('hex');
  return { path, length: bytes.length, sha256: sha256(bytes), md5, read: async () => bytes };
}

/** The bytes of the only file of release number `n`. */
export const releaseFile = (n: number): Bytes => bytesOf(`the file of release 1.${n}`);

/** Where it lies. */
export const releasePath = (n: number): string => `files/crm/1.${n}/crm.cfe`;

function extension(releases: number): ExtensionDocument {
  return {
    type: 'extension',
    formatVersion: FORMAT_VERSION,
    id: 'crm',
    name: 'CRM',
    title: { ru: 'CRM' },
    summary: { ru: 'CRM' },
    vendor: { name: { ru: 'Ромашка' } },
    price: 'free',
    channels: ['stable'],
    releases: Array.from({ length: releases }, (_, n) => ({
      version: `1.${n}`,
      date: '2026-11-20',
      channel: 'stable',
      builds: [
        {
          file: 'crm.cfe',
          length: releaseFile(n).length,
          sha256: sha256(releaseFile(n)),
          configurations: [{ name: 'Бухгалтерия', version: '>=3' }],
        },
      ],
    })).reverse(),
  };
}

/** Somebody who publishes: each tree is what a build would leave in `dist`, with one more release and a new page. */
export class Press {
  readonly operator: Operator;
  /** Releases so far. */
  releases = 0;

  constructor(operator: Operator) {
    this.operator = operator;
  }

  static async start(): Promise<Press> {
    return new Press(await Operator.start());
  }

  /** The next publication. */
  async next(now = START): Promise<Tree> {
    this.releases += 1;
    return this.print(now);
  }

  /** The same releases signed again, with other pages. */
  async print(now = START): Promise<Tree> {
    const { operator, releases } = this;
    const documents = new Map([
      ['catalog.json', bytesOf(JSON.stringify({ releases }))],
      ['extensions/crm.json', bytesOf(JSON.stringify(extension(releases)))],
    ]);
    const { files } = await operator.publish({ documents, now });
    return treeOf([
      ...operator.roots.map((bytes, at) => [`metadata/${at + 1}.root.json`, bytes] as const),
      ...files,
      ...Array.from({ length: releases }, (_, n) => [releasePath(n), releaseFile(n)] as const),
      ...this.#pages(),
    ]);
  }

  #pages(): readonly (readonly [string, string])[] {
    const { releases } = this;
    return [
      ['index.html', `<p>${releases}`],
      [`releases/1.${releases}/index.html`, '<p>new'],
      ['_astro/style.abc.css', 'p{}'],
      ['index/catalog.json', `${releases}`],
      [`licenses/aa/aa${'0'.repeat(38)}.zip`, `record ${releases}`],
    ];
  }
}
