import type { AdoptedFacts } from '../../cfe/index.ts';
import type { Observation } from '../finding.ts';
import type { ObjectFingerprint, TouchedShape } from '../fingerprint.ts';
import type { KnownVersions } from '../known-versions.ts';
import type { Rule } from '../rule.ts';

/**
 * Adopted objects, their fields and forms. One that an earlier version had and this one lacks is gone. One that no
 * known version had proves nothing: a library was taken for the configuration, or the extension is for another one.
 */
export const adoptedObjects: Rule = function* (touch, shape, known) {
  for (const adopted of touch.adopted) {
    const object = objectIn(shape, adopted);
    if (object !== undefined) yield* parts(adopted, object, known);
    else {
      const isGone = known.everHad((other) => objectIn(other, adopted) !== undefined);
      yield observation(isGone ? 'object-gone' : 'object-never-there', adopted, '');
    }
  }
};

function* parts(
  adopted: AdoptedFacts,
  object: ObjectFingerprint,
  known: KnownVersions,
): Iterable<Observation> {
  const wanted = [
    ...adopted.fields.map((name) => ({ name, has: hasField, code: 'field-gone' as const })),
    ...adopted.forms.map((name) => ({ name, has: hasForm, code: 'form-gone' as const })),
  ];
  for (const { name, has, code } of wanted) {
    if (has(object, name)) continue;
    const isGone = known.everHad((other) => {
      const former = objectIn(other, adopted);
      return former !== undefined && has(former, name);
    });
    yield observation(isGone ? code : 'part-never-there', adopted, name);
  }
}

const objectIn = (shape: TouchedShape, { kind, name }: AdoptedFacts): ObjectFingerprint | undefined =>
  shape.objects.get(`${kind}.${name}`.toLowerCase());

/** A field by its name alone, wherever it stands in the object: a name that stands nowhere is gone for certain. */
const hasField = (object: ObjectFingerprint, name: string): boolean =>
  Object.keys(object.parts).some(
    (path) => !path.startsWith('Form.') && lastName(path) === name.toLowerCase(),
  );

const hasForm = (object: ObjectFingerprint, name: string): boolean =>
  Object.keys(object.parts).some((path) => path.toLowerCase() === `form.${name}`.toLowerCase());

const lastName = (path: string): string => path.slice(path.lastIndexOf('.') + 1).toLowerCase();

const observation = (
  code: Observation['code'],
  { kind, name }: AdoptedFacts,
  method: string,
): Observation => ({ code, object: `${kind}.${name}`, method, state: '' });
