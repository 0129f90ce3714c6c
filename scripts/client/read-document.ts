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
  const json = parsed(name, bytes);
  if (isDocument(json, type)) return json;
  throw new ClientError('document-format-unsupported', { name });
}

/** What is signed may still be no JSON: whoever signed it has another format in mind. */
function parsed(name: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new ClientError('document-format-unsupported', { name }, { cause });
  }
}

/**
 * What was read, or `otherwise` where a document is missing, expired, damaged or of a later format: the trouble of one
 * extension must not take the others away. Broken worlds go on as exceptions.
 */
export async function readOr<T>(reading: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof VerificationError || error instanceof ClientError) return otherwise;
    throw error;
  }
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
