import type { Heads } from '../../scripts/model/documents.ts';
import { createRoot } from '../../scripts/signing/create-root.ts';
import type { Opened } from '../../scripts/signing/open-metadata.ts';
import { pendingRoot, rootProgress, signRoot } from '../../scripts/signing/pending-root.ts';
import type { MetadataReader } from '../../scripts/signing/previous-repository.ts';
import { refreshTimestamp } from '../../scripts/signing/refresh-timestamp.ts';
import type { RepositoryInput } from '../../scripts/signing/repository-input.ts';
import { openRootChain } from '../../scripts/signing/root-chain.ts';
import { nextRoot } from '../../scripts/signing/root-keys.ts';
import type { RootKeys } from '../../scripts/signing/root-keys.ts';
import { signRepository } from '../../scripts/signing/sign-repository.ts';
import type { SignedRepository } from '../../scripts/signing/sign-repository.ts';
import type { Bytes } from '../../scripts/signing/signed-file.ts';
import type { Signer } from '../../scripts/signing/signer.ts';
import type { Root, Timestamp } from '../../scripts/verify/metadata.ts';
import { testKeys } from './keys.ts';

/** A day on which tests begin. */
export const START = new Date('2026-11-20T12:00:00Z');

/** That many days after the start. */
export const day = (days: number): Date => new Date(START.getTime() + days * 24 * 60 * 60 * 1000);

/** A document as a test says it. */
export const document = (text: string): Bytes => new TextEncoder().encode(JSON.stringify({ text }));

/** Documents by path from texts by path. */
export const documents = (texts: Readonly<Record<string, string>>): Map<string, Bytes> =>
  new Map(Object.entries(texts).map(([path, text]) => [path, document(text)]));

type Keyring = Readonly<Record<keyof RootKeys, readonly Signer[]>>;

/** Somebody who runs a repository: the keys, the roots, and a host that keeps every file it ever got. */
export class Operator {
  readonly host = new Map<string, Bytes>();
  readonly roots: Bytes[];
  keys: Keyring;
  published: SignedRepository | undefined;

  constructor(roots: Bytes[], keys: Keyring) {
    this.roots = roots;
    this.keys = keys;
    this.#upload(roots.map((bytes, at) => [`metadata/${at + 1}.root.json`, bytes]));
  }

  /** With one key for each duty, unless told otherwise. */
  static async start(keys: Partial<Keyring> = {}, now = START): Promise<Operator> {
    const [root, publishing, timestamp] = await testKeys('root', 'publishing', 'timestamp');
    const keyring = { root: [root!], publishing: [publishing!], timestamp: [timestamp!], ...keys };
    const bytes = await createRoot(rootKeys(keyring), { signers: keyring.root, now });
    return new Operator([bytes], keyring);
  }

  get root(): Root {
    return openRootChain(this.roots).newest.signed;
  }

  get reader(): MetadataReader {
    return async (name) => this.host.get(`metadata/${name}`);
  }

  /** What `signRepository` gets, with everything usual filled in. */
  input(input: Partial<RepositoryInput> & { readonly heads?: Heads } = {}): RepositoryInput {
    return {
      roots: this.roots,
      documents: documents({ 'catalog.json': 'catalog' }),
      heads: {},
      files: [],
      fileExists: async () => true,
      previous: this.published ? this.reader : 'none',
      signers: [...this.keys.publishing, ...this.keys.timestamp],
      now: START,
      ...input,
    };
  }

  async publish(input: Partial<RepositoryInput> = {}): Promise<SignedRepository> {
    this.published = await signRepository(this.input(input));
    this.#upload(this.published.files);
    return this.published;
  }

  async refresh(now: Date): Promise<Opened<Timestamp>> {
    const file = await refreshTimestamp({
      previous: this.reader,
      roots: this.roots,
      signers: this.keys.timestamp,
      now,
    });
    this.#upload(this.roots.map((bytes, at) => [`metadata/${at + 1}.root.json`, bytes]));
    this.#upload([['metadata/timestamp.json', file.bytes]]);
    return file;
  }

  /** Gives a duty to other keys, signed by the old and the new root keys. The root is not published yet. */
  async rotate(duty: keyof RootKeys, signers: readonly Signer[], now = START): Promise<void> {
    const before = this.root;
    const keys = { ...this.keys, [duty]: signers };
    let bytes = pendingRoot(await nextRoot(before, { [duty]: roleKeys(signers) }, now));
    for (const signer of new Set([...this.keys.root, ...keys.root]))
      bytes = await signRoot(bytes, signer, before);
    if (!rootProgress(bytes, before).isComplete) throw new Error('not enough root keys');
    this.roots.push(bytes);
    this.keys = keys;
  }

  #upload(files: Iterable<readonly [string, Bytes]>): void {
    for (const [path, bytes] of files) this.host.set(path, bytes);
  }
}

const roleKeys = (signers: readonly Signer[]) => ({
  keys: signers.map((signer) => signer.publicKey),
  threshold: 1,
});

const rootKeys = (keys: Keyring): RootKeys => ({
  root: roleKeys(keys.root),
  publishing: roleKeys(keys.publishing),
  timestamp: roleKeys(keys.timestamp),
});
