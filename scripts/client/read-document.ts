import type {
  CatalogDocument,
  ConfigurationDocument,
  ExtensionDocument,
  LicensingDocument,
} from '../model/documents.ts';
import type { MigrationDocument } from '../model/migration-document.ts';
import { FORMAT_VERSION } from '../model/format-version.ts';
import type { TrustedRepository } from '../verify/trusted-repository.ts';
import { VerificationError } from '../verify/error.ts';
import { ClientError } from './error.ts';

/** Documents by their `type` member. */
interface DocumentTypes {
  readonly catalog: CatalogDocument;
  readonly configuration: ConfigurationDocument;
  readonly extension: ExtensionDocument;
  readonly licensing: LicensingDocument;
  readonly migration: MigrationDocument;
}

/**
 * A document that the verified metadata vouches for; `undefined` when it lists none of that name. Its bytes are parsed
 * after they were verified, never before. Throws `VerificationError`, and `ClientError` for a later format.
 */
export async function readDocument<T extends keyof DocumentTypes>(
  repository: Pick<TrustedRepository, 'document'>,
  name: string,
  type: T,
): Promise<DocumentTypes[T] | undefined> {
  const bytes = await verifiedBytes(repository, name);
  if (bytes === undefined) return undefined;
  const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  if (isDocument(json, type)) return json;
  throw new ClientError('document-format-unsupported', { name });
}

async function verifiedBytes(
  repository: Pick<TrustedRepository, 'document'>,
  name: string,
): Promise<Uint8Array | undefined> {
  try {
    return await repository.document(name);
  } catch (error) {
    if (error instanceof VerificationError && error.code === 'target-unknown') return undefined;
    throw error;
  }
}

// The publisher's key vouches for the members; what this client must find out is whether it knows the format.
const isDocument = <T extends keyof DocumentTypes>(json: unknown, type: T): json is DocumentTypes[T] =>
  typeof json === 'object' &&
  json !== null &&
  'type' in json &&
  json.type === type &&
  'formatVersion' in json &&
  json.formatVersion === FORMAT_VERSION;
