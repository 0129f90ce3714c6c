import { extensionDocument } from '../catalog/document-schema.ts';
import type { ExtensionDocument } from '../model/documents.ts';
import { filesOfGeneration } from '../signing/generation-files.ts';
import { parseEnvelope } from '../verify/parse-envelope.ts';
import { parseSnapshot } from '../verify/parse-snapshot.ts';
import { parseTimestamp } from '../verify/parse-timestamp.ts';
import { metadataPath } from '../verify/repository-path.ts';
import { DestinationError, type DestinationErrorCode } from './error.ts';
import { DOCUMENT, LICENSE_RECORD, TIMESTAMP, VERSIONED_METADATA } from './stage.ts';
import type { Tree, TreeFile } from './tree-file.ts';

/**
 * Refuses a folder that is not exactly a published tree: what is put on the internet cannot be taken back. Throws
 * `tree-incomplete` (something is named and not there with that content), `tree-has-secrets`, `tree-has-strangers`.
 */
export async function requirePublishable(tree: Tree): Promise<void> {
  const files = [...tree.values()];
  refuseIfAny('tree-incomplete', [
    ...files.filter(isDamagedDocument).map(({ path }) => path),
    ...(await missingMetadata(tree)),
  ]);
  const named = await namedFiles(tree);
  const unpinned = [...named].filter(([path, pins]) => !pins.has(tree.get(path)?.sha256 ?? ''));
  refuseIfAny(
    'tree-incomplete',
    unpinned.map(([path]) => path),
  );
  const secrets: string[] = [];
  for (const file of files) if (await isSecret(file)) secrets.push(file.path);
  refuseIfAny('tree-has-secrets', secrets);
  refuseIfAny(
    'tree-has-strangers',
    [...tree.keys()].filter((path) => !belongs(path, named)),
  );
}

/** Paths that are shown when there are more. */
const SHOWN = 10;

type TreeFault = Extract<DestinationErrorCode, 'tree-incomplete' | 'tree-has-secrets' | 'tree-has-strangers'>;

function refuseIfAny(code: TreeFault, paths: readonly string[]): void {
  if (paths.length > 0)
    throw new DestinationError(code, { paths: paths.slice(0, SHOWN), count: paths.length });
}

/** What the newest publication consists of and the tree does not hold. */
async function missingMetadata(tree: Tree): Promise<readonly string[]> {
  const timestamp = await tree.get(TIMESTAMP)?.read();
  if (timestamp === undefined) return [TIMESTAMP];
  const { meta } = parseEnvelope(timestamp, 'timestamp', parseTimestamp).signed;
  const version = meta.get('snapshot.json')?.version ?? 0;
  const snapshot = await tree.get(metadataPath('snapshot', version))?.read();
  if (snapshot === undefined) return [metadataPath('snapshot', version)];
  const listed = parseEnvelope(snapshot, 'snapshot', parseSnapshot).signed.meta.get('targets.json')?.version;
  const read = async (name: string) => tree.get(`metadata/${name}`)?.read();
  const { paths } = await filesOfGeneration(read, version);
  const needed = [metadataPath('root', 1), metadataPath('targets', listed ?? 0), ...paths];
  return needed.filter((path) => !tree.has(path));
}

const isDamagedDocument = ({ path, sha256 }: TreeFile): boolean =>
  (DOCUMENT.exec(path)?.[1] ?? sha256) !== sha256;

type Named = ReadonlyMap<string, ReadonlySet<string>>;

/** Files that documents of the tree name, with the digests that they pin: older documents may pin another content. */
async function namedFiles(tree: Tree): Promise<Named> {
  const named = new Map<string, Set<string>>();
  for (const file of tree.values()) {
    if (!file.path.startsWith('targets/extensions/')) continue;
    const text = new TextDecoder().decode(await file.read());
    const { data: document } = extensionDocument.safeParse(JSON.parse(text));
    for (const [path, sha256] of document === undefined ? [] : pinsOf(document)) {
      named.set(path, (named.get(path) ?? new Set()).add(sha256));
    }
  }
  return named;
}

function* pinsOf(document: ExtensionDocument): Generator<readonly [path: string, sha256: string]> {
  for (const [locale, { sha256 }] of Object.entries(document.eula ?? {}))
    yield [`files/${document.id}/eula.${locale}.md`, sha256];
  for (const { version, builds } of document.releases) {
    for (const { file, sha256, urls, passport } of builds) {
      const path = `files/${document.id}/${version}/${file}`;
      if (urls === undefined) yield [path, sha256];
      if (passport !== undefined) yield [`${path}.passport.json`, passport.sha256];
    }
  }
}

/** What pages are made of. Anything else in the folder came there by mistake. */
const SITE_FILE =
  /\.(?:html|css|m?js|json|webmanifest|xml|xsl|atom|txt|svg|png|jpe?g|webp|avif|gif|ico|woff2?|ttf|mp4|webm|pdf|md|wasm|pagefind|pf_meta|pf_index|pf_fragment)$/;

/** What `vypusk installer` makes: source archives, and the products that a platform built of them. */
const INSTALLER_FILE = /^installer\/[\p{L}\p{Nd}_][\p{L}\p{Nd}._-]*\.(?:zip|epf|cfe)$/u;

function belongs(path: string, named: Named): boolean {
  if (path.startsWith('metadata/')) return path === TIMESTAMP || VERSIONED_METADATA.test(path);
  if (path.startsWith('targets/')) return DOCUMENT.test(path);
  if (path.startsWith('files/')) return named.has(path);
  if (path.startsWith('licenses/')) return LICENSE_RECORD.test(path);
  if (INSTALLER_FILE.test(path)) return true;
  // `.git`, `.env`: nothing whose name begins with a dot is ever made by a build.
  return SITE_FILE.test(path) && !/(?:^|\/)\./.test(path);
}

/** Bytes in which a secret shows itself; all our secret files are smaller. */
const LOOKED_AT = 64 * 1024;

/** Our own sealed files, and private keys as the rest of the world writes them (RFC 7468). */
const SECRET_CONTENT =
  /"type"\s*:\s*"vypusk-(?:private-key|licensing-secret)"|-----BEGIN [A-Z ]*PRIVATE KEY-----/;

const SECRET_NAME =
  /(?:^|\/)(?:\.env(?:\..*)?|id_(?:rsa|dsa|ecdsa|ed25519)|credentials|.*\.(?:pem|p12|pfx|key))$/i;

async function isSecret({ path, length, read }: TreeFile): Promise<boolean> {
  if (SECRET_NAME.test(path)) return true;
  if (length > LOOKED_AT || /^(?:files|targets|licenses)\//.test(path)) return false;
  // A page may show how a key file begins; a key file is nothing but that.
  if (path.endsWith('.html') || path.startsWith('pagefind/')) return false;
  return SECRET_CONTENT.test(new TextDecoder().decode(await read()));
}
