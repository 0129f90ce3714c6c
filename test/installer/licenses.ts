import type { LicenseKeys } from '../../scripts/license/envelope.ts';
import type { BuildDocument } from '../../scripts/model/documents.ts';
import type { JsValue } from '../onec/index.ts';

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** A document as the 1C side reads it: objects as Соответствие. */
export function document(value: unknown): JsValue {
  if (isList(value)) return value.map(document);
  if (typeof value === 'object' && value !== null) {
    return new Map<JsValue, JsValue>(Object.entries(value).map(([name, member]) => [name, document(member)]));
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return undefined;
}

/** `licensing.json` in the part that licences are verified with. */
export const licensingDocument = ({ keys }: LicenseKeys): JsValue => document({ keys });

/** What of a build opening a file reads. */
export const buildDocument = (
  build: Pick<BuildDocument, 'file' | 'length' | 'sha256' | 'unlock' | 'clear'>,
): JsValue => {
  const { file, length, sha256, unlock, clear } = build;
  return document({ file, length, sha256, unlock, clear });
};
