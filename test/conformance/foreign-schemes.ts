import { constants, createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';
import {
  SHIPPED_SCHEMES,
  type KeyReader,
  type PublicKey,
  type SchemeTable,
} from '../../scripts/verify/scheme.ts';

/** How one kind of signature is checked with the library of Node. */
interface Kind {
  readonly digest: string;
  /** `rsa`, or the name of a curve. */
  readonly family: 'rsa' | 'prime256v1' | 'secp384r1';
  readonly isPss?: true;
}

const KINDS: readonly (readonly [names: readonly string[], kind: Kind])[] = [
  [
    ['ecdsa/ecdsa-sha2-nistp256', 'ecdsa-sha2-nistp256/ecdsa-sha2-nistp256'],
    { digest: 'sha256', family: 'prime256v1' },
  ],
  [
    ['ecdsa/ecdsa-sha2-nistp384', 'ecdsa-sha2-nistp384/ecdsa-sha2-nistp384'],
    { digest: 'sha384', family: 'secp384r1' },
  ],
  ...['sha224', 'sha256', 'sha384', 'sha512'].flatMap(
    (digest): readonly (readonly [readonly string[], Kind])[] => [
      [[`rsa/rsassa-pss-${digest}`], { digest, family: 'rsa', isPss: true }],
      [[`rsa/rsa-pkcs1v15-${digest}`], { digest, family: 'rsa' }],
    ],
  ),
];

/**
 * What test suites of the TUF project sign with, beside the shipped Ed25519. Only this test client knows it: the shipped
 * table stays as small as our own repositories need.
 */
export const CONFORMANCE_SCHEMES: SchemeTable = new Map<string, KeyReader>([
  ...SHIPPED_SCHEMES,
  ...KINDS.flatMap(([names, kind]) => names.map((name) => [name, readerOf(kind)] as const)),
]);

function readerOf(kind: Kind): KeyReader {
  return (publicText) => {
    const key = readKey(publicText, kind);
    return key && isOfKind(key, kind) ? publicKeyOf(key, kind) : undefined;
  };
}

/** A key in PEM, or a point of P-256 in hex as older go-tuf wrote it. */
function readKey(text: string, { family }: Kind): KeyObject | undefined {
  try {
    const [, x, y] = /^04([0-9a-f]{64})([0-9a-f]{64})$/i.exec(text) ?? [];
    if (x === undefined || y === undefined) return createPublicKey(text);
    if (family !== 'prime256v1') return undefined;
    return createPublicKey({
      key: { kty: 'EC', crv: 'P-256', x: base64url(x), y: base64url(y) },
      format: 'jwk',
    });
  } catch {
    // Not a key; it counts nothing.
    return undefined;
  }
}

const base64url = (hex: string): string => Buffer.from(hex, 'hex').toString('base64url');

function isOfKind(key: KeyObject, { family }: Kind): boolean {
  const { modulusLength = 0, namedCurve } = key.asymmetricKeyDetails ?? {};
  // At least 2048 bits: TUF 1.0.34, section 4.2.
  return family === 'rsa' ? key.asymmetricKeyType === 'rsa' && modulusLength >= 2048 : namedCurve === family;
}

function publicKeyOf(key: KeyObject, { digest, isPss }: Kind): PublicKey {
  const der = key.export({ format: 'der', type: 'spki' });
  const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO };
  return {
    fingerprint: `spki:${createHash('sha256').update(der).digest('hex')}`,
    verify: (message, signature) => verify(digest, message, { key, ...(isPss && padding) }, signature),
  };
}
