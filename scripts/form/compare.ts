import { atomAt, type BraceNode } from '../cfe/brace-node.ts';
import { parseBraceText } from '../cfe/brace-text.ts';
import { writeBraceText } from '../cfe/brace-writer.ts';
import { CfeError } from '../cfe/error.ts';
import { differencesOf, type RecordPlace } from './differences.ts';
import { FormError } from './error.ts';
import type { SavingPlatform } from './form-scope.ts';
import { formRecord, type FormSource } from './form-record.ts';

/** Outer number and marker of the only body that is written. */
const WRITTEN = { outer: '4', marker: '50' } as const;

/** What became of a form when it was written from its XML and held against the body in a binary. */
export type Comparison =
  | { readonly verdict: 'equal'; readonly saving: SavingPlatform }
  | { readonly verdict: 'differs'; readonly places: readonly RecordPlace[] }
  | { readonly verdict: 'refused'; readonly error: FormError | CfeError };

/**
 * Writes a form from its sources and compares it with the body that a platform wrote. `equal` means every byte of it,
 * module included. What XML does not say of the platform is tried, and told of an equal form.
 */
export function compareForm(source: FormSource, body: Uint8Array): Comparison {
  try {
    const real = readBody(body);
    let nearest: readonly RecordPlace[] | undefined;
    for (const saving of PLATFORMS) {
      const made = formRecord({ ...source, saving });
      if (equalBytes(bytesOf(made), body)) return { verdict: 'equal', saving };
      const places = differencesOf(made, real);
      if (nearest === undefined || places.length < nearest.length) nearest = places;
    }
    // the same values in another layout are no equality
    return { verdict: 'differs', places: nearest?.length ? nearest : [[]] };
  } catch (error) {
    if (error instanceof FormError || error instanceof CfeError) return { verdict: 'refused', error };
    throw error;
  }
}

function readBody(body: Uint8Array): BraceNode {
  const value = parseBraceText(new TextDecoder('utf-8').decode(body)).values[0] ?? '';
  const [outer, marker] = [atomAt(value, 0), atomAt(value, 1, 0)];
  if (outer !== WRITTEN.outer || marker !== WRITTEN.marker)
    throw new FormError('format-unproven', { format: `${outer}/${marker}` });
  return value;
}

/** Sorts of items that real forms of the Designer have rules of visibility for. */
const RULED: readonly SavingPlatform['ruled'][] = [
  [],
  ['field'],
  ['field', 'button'],
  ['field', 'button', 'group', 'decoration'],
];

/** What the XML does not say: a form is written each way, and has to be equal as a whole in one of them. */
const PLATFORMS: readonly SavingPlatform[] = (['ru', 'en'] as const).flatMap((language) => [
  { language, drawn: false, ruled: [] },
  ...RULED.map((ruled) => ({ language, drawn: true, ruled })),
]);

const bytesOf = (record: BraceNode): Uint8Array =>
  new TextEncoder().encode(`\uFEFF${writeBraceText([record])}`);

const equalBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);
