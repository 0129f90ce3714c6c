import { atomAt, isList, numberAt, type BraceNode } from './brace-node.ts';
import { isGuid } from './guid.ts';

/** What stands in a collection inside an object's descriptor, where it matters to the reader. */
export type ChildKind = 'Form' | 'Template' | 'Command' | 'Subsystem' | 'Recalculation';

const FORMS = [
  'd5b0e5ed-256d-401c-9c36-f630cafd8a62', // data processor
  'a3b368c0-29e2-11d6-a3c7-0050bae0a776', // report
  'fdf816d2-1ead-11d5-b975-0050bae0a95d', // catalog
  'fb880e93-47d7-4127-9357-a20e69c17545', // document
  'ec81ad10-ca07-11d5-b9a5-0050bae0a95d', // document journal
  '5372e285-03db-4f8c-8565-fe56f1aea40e', // chart of accounts
  'eb2b78a8-40a6-4b7e-b1b3-6ca9966cbc94', // chart of characteristic types
  'a7f8f92a-7a4b-484b-937e-42d242e64144', // chart of calculation types
  '13134204-f60b-11d5-a3c7-0050bae0a776', // information register
  'b64d9a44-1642-11d6-a3c7-0050bae0a776', // accumulation register
  'd3b5d6eb-4ea2-4610-a3e2-624d4e815934', // accounting register
  'a2cb086c-db98-43e4-a1a9-0760ab048f8d', // calculation register
  '87c509ab-3d38-4d67-b379-aca796298578', // exchange plan
  '3f7a8120-b71a-4265-98bf-4d9bc09b7719', // business process
  '3f58cbfb-4172-4e54-be49-561a579bb38b', // task
  '00867c40-06b1-11d6-a3c7-0050bae0a776', // filter criterion
  '33f2e54b-37ce-4a7a-a569-b648d7aa4634', // enum
  'b8533c0c-2342-4db3-91a2-c2b08cbf6b23', // settings storage
  '3448e506-5add-4fce-a604-7305466b2d8e', // cube of an external data source
  '17816ebc-4068-496e-adc4-8879945a832f', // table of an external data source
];

const COMMANDS = [
  '45556acb-826a-4f73-898a-6025fc9536e1', // data processor
  'e7ff38c0-ec3c-47a0-ae90-20c73ca72246', // report
  '4fe87c89-9ad4-43f6-9fdb-9dc83b3879c6', // catalog
  'b544fc6a-2ba3-4885-8fb2-cb289fb6d65e', // document
  'a49a35ce-120a-4c80-8eea-b0618479cd70', // document journal
  '0df30176-6865-4787-9fc8-609eb144174f', // chart of accounts
  '95b5e1d4-abfa-4a16-818d-a5b07b7d3f73', // chart of characteristic types
  '2e90c75b-2f0c-4899-a7d4-5426eaefc96e', // chart of calculation types
  'b44ba719-945c-445c-8aab-1088fa4df16e', // information register
  '99f328af-a77f-4572-a2d8-80ed20c81890', // accumulation register
  '7162da60-f7fe-4d78-ad5d-e31700f9af18', // accounting register
  'acdf0f11-2d59-4e37-9945-c6721871a8fe', // calculation register
  'd5207c64-11d5-4d46-bba2-55b7b07ff4eb', // exchange plan
  '7a3e533c-f232-40d5-a932-6a311d2480bf', // business process
  'f27c2152-a2c9-4c30-adb1-130f5eb2590f', // task
  '23fa3b84-220a-40e9-8331-e588bed87f7d', // filter criterion
  '6d8d73a7-ba29-401d-9032-3872ec2d6433', // enum
  '4ee40ec7-3469-439f-adb4-aa26ce2d3ec3', // cube of an external data source
  '5bb6f09e-5d80-41f6-8070-9faa4d15b69b', // table of an external data source
];

/** Collections by GUID, as v8unpack (saby) and ibcmd-rs name them. Fields and tabular sections are all the others. */
export const CHILD_KINDS: ReadonlyMap<string, ChildKind> = new Map([
  ...FORMS.map((guid): [string, ChildKind] => [guid, 'Form']),
  ...COMMANDS.map((guid): [string, ChildKind] => [guid, 'Command']),
  ['3daea016-69b7-4ed4-9453-127911372fe6', 'Template'],
  ['37f2fa9a-b276-11d4-9435-004095e12fc7', 'Subsystem'],
  ['274bf899-db0e-4df6-8ab5-67bf6371ec0b', 'Recalculation'],
]);

/** A collection `{guid, n, item x n}` of an object's descriptor. Forms and templates are uuids of other elements. */
export interface ChildCollection {
  readonly guid: string;
  readonly items: readonly BraceNode[];
}

/** Collections that stand directly in the descriptor's outer list `{1, properties, n, collection x n}`. */
export function childCollections(descriptor: BraceNode | undefined): readonly ChildCollection[] {
  if (!isList(descriptor)) return [];
  return descriptor.flatMap((node) => {
    const guid = atomAt(node, 0);
    if (!isList(node) || !isGuid(guid) || numberAt(node, 1) === undefined) return [];
    return [{ guid, items: node.slice(2) }];
  });
}

/** Uuids of the children of one sort that have elements of their own. */
export function childUuids(descriptor: BraceNode | undefined, kind: ChildKind): readonly string[] {
  return childCollections(descriptor)
    .filter(({ guid }) => CHILD_KINDS.get(guid) === kind)
    .flatMap(({ items }) => items.filter((item): item is string => typeof item === 'string' && isGuid(item)));
}
