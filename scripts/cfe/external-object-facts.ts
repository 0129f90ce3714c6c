import { atomAt, listAt, type BraceNode } from './brace-node.ts';
import { childCollections, type ChildCollection } from './child-collections.ts';
import type { Elements } from './elements.ts';
import { CfeError } from './error.ts';
import type { ExternalFormFacts, ExternalObjectFacts, WholeFileFacts } from './facts.ts';
import { isGuid } from './guid.ts';
import { findHeader, headersIn, parsedHeadersIn, parseHeader } from './metadata-header.ts';
import type { ObjectSource } from './objects.ts';

/** Class of the root descriptor of a data processor and of a report. */
export const EXTERNAL_CLASSES: ReadonlyMap<string, ExternalObjectFacts['type']> = new Map([
  ['c3831ec8-d8d5-4f93-8a22-f9bfae07327f', 'ExternalDataProcessor'],
  ['e41aff26-25cf-4bb6-b6c1-3f478a75f374', 'ExternalReport'],
]);

/** Collections of a data processor and of a report. */
const COLLECTION = {
  forms: ['d5b0e5ed-256d-401c-9c36-f630cafd8a62', 'a3b368c0-29e2-11d6-a3c7-0050bae0a776'],
  templates: ['3daea016-69b7-4ed4-9453-127911372fe6'],
  attributes: ['ec6bb5e5-b7a8-4d75-bec9-658107a699cf', '7e7123e0-29e2-11d6-a3c7-0050bae0a776'],
  tabularSections: ['2bcef0d1-0981-11d6-b9b8-0050bae0a95d', 'b077d780-29e2-11d6-a3c7-0050bae0a776'],
} as const;

/** An external object without its storage version and what is told of the file as a whole. */
export type ExternalObjectReading = Omit<ExternalObjectFacts, keyof WholeFileFacts | 'storage'>;

/**
 * Reads an external data processor or report from its root descriptor `{1,{uuid},1,{class,{1,inner,n,collection x
 * n}}}`, inner being `{4,typeId,valueId,{0,header},defaultForm,…}`.
 *
 * @throws {CfeError} `root-malformed`, and what elements and texts are refused for
 */
export function readExternalObject(
  root: {
    readonly uuid: string;
    readonly descriptor: BraceNode | undefined;
    readonly type: ExternalObjectFacts['type'];
  },
  source: ObjectSource,
): ExternalObjectReading {
  const { descriptor, type } = root;
  const inner = listAt(descriptor, 3, 1, 1);
  const [headerList] = headersIn(inner);
  if (headerList === undefined) throw new CfeError('root-malformed', { members: inner.length });
  const header = parseHeader(headerList, source.log);
  const objectModule = `${header.uuid}.0`;
  source.modules.collect({
    element: objectModule,
    path: `${type}.${header.name}.ObjectModule`,
    owner: 'object',
  });
  const collections = childCollections(listAt(descriptor, 3, 1));
  const forms = uuidsIn(collections, COLLECTION.forms).flatMap((uuid) =>
    readExternalForm(uuid, `${type}.${header.name}`, source),
  );
  const defaultForm = inner.find(
    (item) => typeof item === 'string' && forms.some(({ uuid }) => uuid === item),
  );
  return {
    type,
    rootUuid: root.uuid,
    metadataUuid: header.uuid,
    name: header.name,
    synonym: header.synonym,
    comment: header.comment,
    headerVersion: header.version,
    objectTypeId: atomAt(inner, 1),
    objectValueId: atomAt(inner, 2),
    forms,
    templates: uuidsIn(collections, COLLECTION.templates).flatMap((uuid) =>
      namedElement(uuid, source.elements),
    ),
    attributes: inlineNames(collections, COLLECTION.attributes),
    tabularSections: inlineNames(collections, COLLECTION.tabularSections),
    defaultForm: forms.find(({ uuid }) => uuid === defaultForm)?.name ?? '',
    objectModule: source.elements.has(objectModule),
  };
}

const itemsOf = (collections: readonly ChildCollection[], guids: readonly string[]): readonly BraceNode[] =>
  collections.filter(({ guid }) => guids.includes(guid)).flatMap(({ items }) => items);

const uuidsIn = (collections: readonly ChildCollection[], guids: readonly string[]): readonly string[] =>
  itemsOf(collections, guids).filter((item): item is string => typeof item === 'string' && isGuid(item));

/** Names of attributes and tabular sections, which stand inside the descriptor. */
const inlineNames = (collections: readonly ChildCollection[], guids: readonly string[]): readonly string[] =>
  itemsOf(collections, guids)
    .flatMap((item) => parsedHeadersIn(item).slice(0, 1))
    .map(({ name }) => name);

function readExternalForm(uuid: string, owner: string, source: ObjectSource): readonly ExternalFormFacts[] {
  return namedElement(uuid, source.elements).map(({ name }) => {
    const body = source.modules.collectForm(uuid, `${owner}.Form.${name}`);
    return {
      name,
      uuid,
      formKind: body?.formKind ?? 'managed',
      outer: body?.outer ?? '',
      marker: body?.marker ?? '',
      moduleCharacters: body?.module.text.length ?? 0,
    };
  });
}

function namedElement(
  uuid: string,
  elements: Elements,
): readonly { readonly name: string; readonly uuid: string }[] {
  const header = elements.has(uuid) ? findHeader(elements.brace(uuid)[0], uuid) : undefined;
  return header === undefined ? [] : [{ name: header.name, uuid }];
}
