import { isList, type BraceNode } from './brace-node.ts';
import { CHILD_KINDS, childCollections } from './child-collections.ts';
import type { DataStructureChange, ObjectFacts } from './facts.ts';
import { parsedHeadersIn, type MetadataHeader } from './metadata-header.ts';
import { textDigest } from './text-digest.ts';

/**
 * Kinds whose objects have tables in the infobase (`ПолучитьСтруктуруХраненияБазыДанных` lists a table for each).
 * An extension's own object of such a kind makes the platform restructure the database when it is installed.
 */
const WITH_TABLES: ReadonlySet<string> = new Set([
  'AccountingRegister',
  'AccumulationRegister',
  'BusinessProcess',
  'CalculationRegister',
  'Catalog',
  'ChartOfAccounts',
  'ChartOfCalculationTypes',
  'ChartOfCharacteristicTypes',
  'Constant',
  'Document',
  'DocumentJournal',
  'Enum',
  'ExchangePlan',
  'InformationRegister',
  'Sequence',
  'Task',
]);

/**
 * Kinds of which nobody here could prove that they leave the tables alone: a common attribute is a column of other
 * tables, a filter criterion an index over them, an integration service keeps queues, an external data source
 * settings. To be told to close the other sessions for nothing is better than to be surprised by a restructuring.
 */
const PERHAPS_WITH_TABLES: ReadonlySet<string> = new Set([
  'CommonAttribute',
  'ExternalDataSource',
  'FilterCriterion',
  'IntegrationService',
]);

/** Property «Тип» of fields and constants; state 3 means that the extension widens the type of a column. */
const TYPE_PROPERTY = 'b1053250-abe6-11d4-9434-004095e12fc7';
const CHANGED = '3';

/** Why one object changes the data structure; empty when it does not. */
export function dataStructureChanges(
  object: ObjectFacts,
  descriptor: BraceNode | undefined,
): readonly DataStructureChange[] {
  const { kind, name } = object;
  const known = WITH_TABLES.has(kind);
  const certainty = known ? 'known' : 'assumed';
  const shape = shapeOf(kind, descriptor);
  if (object.belonging === 'own') {
    return known || PERHAPS_WITH_TABLES.has(kind)
      ? [{ kind, name, what: 'own-object', certainty, shape }]
      : [];
  }
  if (isTyped(kind) && parsedHeadersIn(descriptor).some(isWidened)) {
    return [{ kind, name, what: 'types-extended', certainty: 'assumed', shape }];
  }
  return known ? fieldsOf(descriptor).flatMap((field) => fieldChange({ kind, name, shape }, field)) : [];
}

/**
 * Digest of everything that becomes columns: collections of fields and tabular sections whole, and the object itself
 * where it has a type. Synonyms are in there too: a structure that is called changed for nothing costs a look.
 */
function shapeOf(kind: string, descriptor: BraceNode | undefined): string {
  const collections = childCollections(descriptor).filter(({ guid }) => !CHILD_KINDS.has(guid));
  const nodes =
    isTyped(kind) && descriptor !== undefined ? [descriptor] : collections.flatMap(({ items }) => items);
  return textDigest([...atomsOf(nodes)].join('\n'));
}

function* atomsOf(nodes: readonly BraceNode[]): Generator<string> {
  for (const node of nodes) {
    if (typeof node === 'string') yield node;
    else if (isList(node)) {
      yield '{';
      yield* atomsOf(node);
    } else yield JSON.stringify(node);
  }
}

/** Kinds that have a type themselves, and lend it to columns. */
const isTyped = (kind: string): boolean => ['CommonAttribute', 'Constant', 'DefinedType'].includes(kind);

/** Fields, tabular sections, values: whatever stands in collections other than forms, templates and commands. */
function fieldsOf(descriptor: BraceNode | undefined): readonly MetadataHeader[] {
  const collections = childCollections(descriptor).filter(({ guid }) => !CHILD_KINDS.has(guid));
  return collections.flatMap(({ items }) => parsedHeadersIn(items));
}

function fieldChange(
  object: Pick<DataStructureChange, 'kind' | 'name' | 'shape'>,
  field: MetadataHeader,
): readonly DataStructureChange[] {
  if (field.belonging === 'own')
    return [{ ...object, what: 'own-field', field: field.name, certainty: 'known' }];
  return isWidened(field)
    ? [{ ...object, what: 'types-extended', field: field.name, certainty: 'assumed' }]
    : [];
}

const isWidened = ({ controlled }: MetadataHeader): boolean =>
  controlled.some(({ property, state }) => property === TYPE_PROPERTY && state === CHANGED);
