import type { License, LicensedProduct } from '../decide/license.ts';
import { Field } from '../verify/field.ts';
import { fromBase64 } from './base64.ts';
import { isMonth } from './month.ts';

/** What a licence says (`formats.md`, section 6), in the form that decisions take. */
export interface LicensePayload extends License {
  /** The vendor's name for the licence; says nothing about the key. */
  readonly id: string;
  /** Grows with every change; a client refuses an older one than it has seen. At least 1. */
  readonly revision: number;
  readonly licensee: string;
  /** Day, or moment, of this revision. */
  readonly issued: string;
  readonly products: readonly ProductGrant[];
}

/** One product of a licence, with what opens its files. */
export interface ProductGrant extends LicensedProduct {
  /** The product's key of the month `updatesUntil`, 32 bytes. Absent in a licence that was revoked. */
  readonly key?: Uint8Array;
}

/** Bytes of a month key. */
const KEY_BYTES = 32;

/** Reads a payload; members that are not described here are ignored. Refuses with `metadata-invalid`. */
export function readPayload(payload: Field): LicensePayload {
  const status = payload.member('status');
  const isActive = status.text() === 'active';
  if (!isActive && status.text() !== 'revoked') throw status.refuse('active or revoked');
  return {
    id: payload.member('id').text(),
    revision: payload.member('revision').integer(1),
    licensee: payload.member('licensee').text(),
    issued: payload.member('issued').text(),
    status: isActive ? 'active' : 'revoked',
    products: payload
      .member('products')
      .items()
      .map((product) => readProduct(product, isActive ? 'required' : 'optional')),
  };
}

function readProduct(product: Field, keys: 'required' | 'optional'): ProductGrant {
  const key = keys === 'required' ? product.member('key') : present(product, 'key');
  const validUntil = present(product, 'validUntil');
  const until = product.member('updatesUntil');
  if (!isMonth(until.text())) throw until.refuse('YYYY-MM');
  return {
    id: product.member('id').text(),
    trial: present(product, 'trial')?.boolean() ?? false,
    updatesUntil: until.text(),
    ...(validUntil && { validUntil: readDay(validUntil) }),
    ...(key && { key: readKey(key) }),
  };
}

/** A member that may be absent; writers of other languages say `null` for it. */
function present(field: Field, name: string): Field | undefined {
  const member = field.optional(name);
  return member?.raw() === null ? undefined : member;
}

function readDay(field: Field): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(field.text())) throw field.refuse('YYYY-MM-DD');
  return field.text();
}

function readKey(field: Field): Uint8Array {
  const key = fromBase64(field.text());
  if (key?.length !== KEY_BYTES) throw field.refuse('base64 of 32 bytes');
  return key;
}
