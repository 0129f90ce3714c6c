import type {
  FieldDescription,
  HttpServiceDescription,
  ModuleContext,
  ObjectDescription,
} from './extension-description.ts';
import { quotedText } from './brace-writer.ts';
import { guidFrom } from './deterministic-guid.ts';
import { NIL_GUID } from './guid.ts';
import { controlledModules, headerText } from './header-text.ts';

/**
 * Descriptors of the objects that the writer knows, as brace text: shapes of platform files with the properties tuple
 * of version 67 (8.3.20, 8.3.21). `seed` makes the generated identifiers.
 */
export function objectDescriptor(object: ObjectDescription, seed: string): string {
  const header = headerOf(object, seed);
  const id = (part: string): string => guidFrom(`${seed}/${part}`);
  switch (object.kind) {
    case 'Role':
      return `{1,{6,${header},0,0,0},0}`;
    case 'CommonModule':
      return `{1,{12,${header},${CONTEXT_FLAGS[object.context]}},0}`;
    case 'Catalog':
      return catalogDescriptor(header, id);
    case 'Document':
      return documentDescriptor(header, id);
    case 'DataProcessor':
      return dataProcessorDescriptor(header, id);
    case 'InformationRegister':
      return informationRegisterDescriptor(header, { id, ...object });
    case 'HTTPService':
      return httpServiceDescriptor(header, object, id);
  }
}

/** Client of ordinary applications, server, external connection, two unknown, client, reuse, server call. */
const CONTEXT_FLAGS: Readonly<Record<ModuleContext, string>> = {
  server: '0,1,1,0,0,0,0,0',
  client: '0,0,0,0,0,1,0,0',
  clientServer: '0,1,1,0,0,1,0,0',
  serverCall: '0,1,0,0,0,0,0,1',
};

/** Properties «Модуль», «Модуль объекта», «Модуль менеджера» of adopted objects. */
const MODULE = 'd5963243-262e-4398-b4d7-fb16d06484f6';
const OBJECT_MODULE = 'a637f77f-3840-441d-a1c3-699c8c5cb7e0';
const MANAGER_MODULE = 'd1b64a2c-8078-4982-8190-8f81aefda192';

function headerOf(object: ObjectDescription, seed: string): string {
  const { name, synonym, extends: base } = object;
  return headerText({
    uuid: guidFrom(seed),
    name,
    synonym,
    extends: base,
    controlled: controlledModules(changedModules(object)),
  });
}

function changedModules(object: ObjectDescription): readonly string[] {
  if (object.kind === 'CommonModule') return [MODULE];
  if (!('managerModule' in object || 'objectModule' in object)) return [];
  return [
    ...('objectModule' in object && object.objectModule !== undefined ? [OBJECT_MODULE] : []),
    ...(object.managerModule === undefined ? [] : [MANAGER_MODULE]),
  ];
}

type Id = (part: string) => string;

/** Generated types of an object: type and value identifier of each. */
const types = (id: Id, ...names: readonly string[]): string =>
  names.flatMap((name) => [id(`${name} type`), id(`${name} value`)]).join(',');

const nils = (count: number): string => Array<string>(count).fill(NIL_GUID).join(',');

const STANDARD_FIELD = '"#",60ea359f-3a6e-48bb-8e71-d2a457572918';

function catalogDescriptor(header: string, id: Id): string {
  const before = types(id, 'object', 'reference', 'selection', 'list');
  const input = `{1,{0,2,{${STANDARD_FIELD},{-3}},{${STANDARD_FIELD},{-2}}}}`;
  return (
    `{1,{57,${before},{0,${header}},2,1,{0,0},1,1,1,0,9,1,25,1,${nils(10)},1,{0,0},0,${types(id, 'manager')},` +
    `0,0,0,0,2,0,${input},1,1,{0},{0},{0},{0},{0},{0},1,{0,{0}},2,{1,{0,0}},0,{1,2,0},0,0,0,0},5,` +
    '{3daea016-69b7-4ed4-9453-127911372fe6,0},{4fe87c89-9ad4-43f6-9fdb-9dc83b3879c6,0},' +
    '{932159f9-95b2-4e76-a8dd-8849fe5c5ded,0},{cf4abea7-37b2-11d4-940f-008048da11f9,0},' +
    '{fdf816d2-1ead-11d5-b975-0050bae0a95d,0}}'
  );
}

function documentDescriptor(header: string, id: Id): string {
  const before = types(id, 'object', 'reference', 'selection', 'list');
  return (
    `{1,{40,${before},{0,${header}},${NIL_GUID},1,9,0,1,1,${nils(3)},0,2,0,{0,0},1,{0,0},0,${types(id, 'manager')},` +
    `0,{1,{0,1,{${STANDARD_FIELD},{-2}}}},1,1,{0},1,1,${nils(3)},{0},{0},{0},{0},{0},0,1,{0,{0}},2,{1,{0,0}},` +
    '{1,2,0},0,0,0,0},5,{21c53e09-8950-4b5e-a6a0-1054f1bbc274,0},{3daea016-69b7-4ed4-9453-127911372fe6,0},' +
    '{45e46cbc-3e24-4165-8b7b-cc98a6f80211,0},{b544fc6a-2ba3-4885-8fb2-cb289fb6d65e,0},' +
    '{fb880e93-47d7-4127-9357-a20e69c17545,0}}'
  );
}

const dataProcessorDescriptor = (header: string, id: Id): string =>
  `{1,{17,${types(id, 'object')},{0,${header}},${NIL_GUID},1,0,${types(id, 'manager')},${NIL_GUID},{0},{0}},5,` +
  '{2bcef0d1-0981-11d6-b9b8-0050bae0a95d,0},{3daea016-69b7-4ed4-9453-127911372fe6,0},' +
  '{45556acb-826a-4f73-898a-6025fc9536e1,0},{d5b0e5ed-256d-401c-9c36-f630cafd8a62,0},' +
  '{ec6bb5e5-b7a8-4d75-bec9-658107a699cf,0}}';

interface RegisterFields {
  readonly id: Id;
  readonly dimensions: readonly FieldDescription[];
  readonly resources: readonly FieldDescription[];
}

function informationRegisterDescriptor(
  header: string,
  { id, dimensions, resources }: RegisterFields,
): string {
  const all = types(
    id,
    'record',
    'manager',
    'selection',
    'list',
    'record set',
    'record key',
    'record manager',
  );
  const dimensionTexts = dimensions.map((field) => `{{10,${fieldText(field, id)},0,0,0,1,1,1,0},0}`);
  const resourceTexts = resources.map((field) => `{{7,${fieldText(field, id)},0,1,1},0}`);
  return (
    `{1,{33,${all},{0,${header}},${nils(2)},0,0,1,1,0,0,1,0,{0},${nils(2)},{0},{0},{0},{0},{0},0,0,0,0,0},6,` +
    `{13134202-f60b-11d5-a3c7-0050bae0a776,${counted(resourceTexts)}},` +
    `{13134203-f60b-11d5-a3c7-0050bae0a776,${counted(dimensionTexts)}},` +
    '{13134204-f60b-11d5-a3c7-0050bae0a776,0},{3daea016-69b7-4ed4-9453-127911372fe6,0},' +
    '{a2207540-1400-11d6-a3c7-0050bae0a776,0},{b44ba719-945c-445c-8aab-1088fa4df16e,0}}'
  );
}

function fieldText({ name, synonym, type }: FieldDescription, id: Id): string {
  const header = headerText({ uuid: id(`field ${name}`), name, synonym });
  const value =
    '{"U"},{"U"},0,00000000-0000-0000-0000-000000000000,2,0,{5006,0},{3,0,0},{0,0},0,{0},{"U"},0,0,0';
  return `{27,{2,${header},{"Pattern",${type}}},0,{0},{0},0,"",0,${value}}`;
}

const METHOD_CODES = { DELETE: 2, GET: 3, PATCH: 10, POST: 11, PUT: 14 } as const;

function httpServiceDescriptor(
  header: string,
  { rootUrl, templates }: HttpServiceDescription,
  id: Id,
): string {
  const texts = templates.map(({ name, template, handlers }) => {
    const methods = Object.entries(METHOD_CODES).flatMap(([method, code]) => {
      const handler = Object.entries(handlers).find(([key]) => key === method)?.[1];
      if (handler === undefined) return [];
      const own = headerText({
        uuid: id(`template ${name} ${method}`),
        name: method,
        synonym: { ru: method },
      });
      return [`{{0,${quotedText(handler)},${code},${own}},0}`];
    });
    const own = headerText({ uuid: id(`template ${name}`), name, synonym: { ru: name } });
    return `{{0,${quotedText(template)},${own}},1,{21c96ea8-c8fc-424a-a0b4-e1ffb2fa1a73,${counted(methods)}}}`;
  });
  return `{1,{2,${quotedText(rootUrl)},${header},2,20},1,{ec6896c2-9b28-42d8-9140-48491146b8ea,${counted(texts)}}}`;
}

const counted = (items: readonly string[]): string => [items.length, ...items].join(',');
