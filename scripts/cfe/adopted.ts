import type { BraceNode } from './brace-node.ts';
import { CHILD_KINDS, childCollections, childUuids } from './child-collections.ts';
import type { AdoptedFacts } from './facts.ts';
import { findHeader, parsedHeadersIn } from './metadata-header.ts';
import type { ObjectSource, ReadObject } from './objects.ts';

/** What an adopted object takes from the configuration; `undefined` for the extension's own objects. */
export function adoptedFacts(
  { facts, descriptor }: ReadObject,
  source: ObjectSource,
): AdoptedFacts | undefined {
  if (facts.belonging === 'own') return undefined;
  const { kind, name, extends: uuid } = facts;
  return {
    kind,
    name,
    ...(uuid === undefined ? {} : { extends: uuid }),
    fields: adoptedFields(descriptor),
    forms: adoptedForms(descriptor, source),
  };
}

/** Fields, tabular sections and their fields: whatever stands in collections other than forms and the like. */
function adoptedFields(descriptor: BraceNode | undefined): readonly string[] {
  const collections = childCollections(descriptor).filter(({ guid }) => !CHILD_KINDS.has(guid));
  return collections
    .flatMap(({ items }) => parsedHeadersIn(items))
    .filter(({ belonging }) => belonging === 'adopted')
    .map(({ name }) => name);
}

function adoptedForms(descriptor: BraceNode | undefined, { elements }: ObjectSource): readonly string[] {
  return childUuids(descriptor, 'Form').flatMap((form) => {
    const header = elements.has(form) ? findHeader(elements.brace(form)[0], form) : undefined;
    return header?.belonging === 'adopted' ? [header.name] : [];
  });
}
