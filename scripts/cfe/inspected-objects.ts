import type { ExternalObjectFacts, HttpServiceFacts, ModuleFacts, ObjectFacts, RootFacts } from './facts.ts';

/** An HTTP service as `inspect --json` prints it. */
export interface InspectedService extends Omit<HttpServiceFacts, 'rootUrl'> {
  readonly rootURL: string;
}

/** A module of an object as `inspect --json` prints it. */
export type InspectedModule = Pick<ModuleFacts, 'bytes' | 'stored' | 'blank'> & { readonly protected?: true };

/** An object as `inspect --json` prints it; what else there is depends on its kind. */
export interface InspectedObject {
  readonly name: string;
  /** Absent for the parts of external objects. */
  readonly belonging?: 'own' | 'adopted';
  readonly modules?: Readonly<Record<string, InspectedModule>>;
  readonly [member: string]: unknown;
}

/** The service under the names of the JSON. */
export const inspectedService = ({ rootUrl, ...service }: HttpServiceFacts): InspectedService => ({
  ...service,
  rootURL: rootUrl,
});

/** Objects of an extension or configuration by kind, each with its modules, flags or HTTP settings. */
export function objectsByKind(facts: RootFacts): Readonly<Record<string, readonly InspectedObject[]>> {
  const modules = Map.groupBy(
    facts.modules.filter(({ owner }) => owner === 'object'),
    ({ path }) => path.slice(0, path.lastIndexOf('.')),
  );
  const services = new Map(facts.httpServices.map((service) => [service.name, service]));
  const forms = new Map(facts.modules.map(({ path, characters }) => [path, characters]));
  const inspected = facts.objects.map((object): [string, InspectedObject] => {
    const path = `${object.kind}.${object.name}`;
    const service = object.kind === 'HTTPService' ? services.get(object.name) : undefined;
    const characters = object.kind === 'CommonForm' ? (forms.get(`${path}.Form`) ?? 0) : 0;
    return [
      object.kind,
      {
        ...inspectedHead(object),
        ...modulesMember(modules.get(path) ?? []),
        ...(service === undefined ? {} : { http: httpMember(service) }),
        ...(characters === 0 ? {} : { formModuleChars: characters }),
      },
    ];
  });
  return grouped(inspected);
}

/** Forms, templates, attributes and tabular sections of an external object. */
export function externalObjectsByKind(
  facts: ExternalObjectFacts,
): Readonly<Record<string, readonly InspectedObject[]>> {
  const inline = (kind: string, names: readonly string[]): [string, InspectedObject][] =>
    names.map((name) => [kind, { name, inline: true }]);
  return grouped([
    ...inline('TabularSection', facts.tabularSections),
    ...facts.templates.map((template): [string, InspectedObject] => ['Template', { ...template }]),
    ...facts.forms.map(({ moduleCharacters, ...form }): [string, InspectedObject] => [
      'Form',
      { ...form, moduleChars: moduleCharacters },
    ]),
    ...inline('Attribute', facts.attributes),
  ]);
}

function inspectedHead({ name, belonging, extends: base, flags }: ObjectFacts): InspectedObject {
  return {
    name,
    belonging,
    ...(base === undefined ? {} : { extends: base }),
    ...(flags === undefined ? {} : { flags }),
  };
}

function modulesMember(modules: readonly ModuleFacts[]): Pick<InspectedObject, 'modules'> {
  if (modules.length === 0) return {};
  const members = modules.map(
    ({ path, bytes, stored, blank, protected: locked }): [string, InspectedModule] => [
      path.slice(path.lastIndexOf('.') + 1),
      { bytes, stored, blank, ...(locked ? { protected: true } : {}) },
    ],
  );
  return { modules: Object.fromEntries(members) };
}

const httpMember = ({ rootUrl, reuseSessions, sessionMaxAge, templates }: HttpServiceFacts): object => ({
  rootURL: rootUrl,
  reuseSessions,
  sessionMaxAge,
  templates,
});

function grouped(
  objects: readonly [string, InspectedObject][],
): Readonly<Record<string, readonly InspectedObject[]>> {
  const groups = Map.groupBy(objects, ([kind]) => kind);
  return Object.fromEntries([...groups].map(([kind, pairs]) => [kind, pairs.map(([, object]) => object)]));
}
