import type { Passport } from '../model/passport.ts';
import { compareText } from '../model/problem.ts';

/** Names that one passport has and another has not. */
export interface NameChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** What a file does that the one before did not do, and the other way round. */
export interface PassportChanges {
  /** `Catalog.Имя`, of the extension itself. */
  readonly own: NameChanges;
  /** `Catalog.Имя`, adopted from the configuration. */
  readonly adopted: NameChanges;
  /** `Around Document.Имя.ObjectModule.ОбработкаПроведения`. */
  readonly interceptions: NameChanges;
  /** Default roles: everybody gets their rights. */
  readonly roles: NameChanges;
  /** `POST /hs/crm/orders`. */
  readonly routes: NameChanges;
  /** Properties that differ; absent values are empty. */
  readonly properties: readonly PropertyChange[];
}

/** A property that was one thing and is another. */
export interface PropertyChange {
  readonly name: (typeof PROPERTIES)[number];
  readonly before: string;
  readonly after: string;
}

/** Properties that a reviewer wants to know of when they change. */
export const PROPERTIES = [
  'name',
  'vendor',
  'prefix',
  'purpose',
  'compatibilityMode',
  'extensionCompatibilityMode',
] as const satisfies readonly (keyof Passport)[];

/** Compares a passport with the one before it; with nothing, for the first file of an extension. */
export function passportChanges(before: Passport | undefined, after: Passport): PassportChanges {
  const changed = (list: (passport: Passport) => readonly string[]): NameChanges =>
    nameChanges(before === undefined ? [] : list(before), list(after));
  return {
    own: changed((passport) => objectNames(passport, 'own')),
    adopted: changed((passport) => objectNames(passport, 'adopted')),
    interceptions: changed(({ interceptions }) =>
      interceptions.map(({ kind, module, method }) => `${kind} ${module}.${method}`),
    ),
    roles: changed(({ defaultRoles }) => defaultRoles),
    routes: changed(routesOf),
    properties: before === undefined ? [] : PROPERTIES.flatMap((name) => propertyChange(name, before, after)),
  };
}

const objectNames = ({ objects }: Passport, belonging: 'own' | 'adopted'): readonly string[] =>
  objects.filter((object) => object.belonging === belonging).map(({ kind, name }) => `${kind}.${name}`);

const routesOf = ({ httpServices }: Passport): readonly string[] =>
  httpServices.flatMap(({ rootUrl, routes }) =>
    routes.flatMap(({ template, methods }) => methods.map((method) => `${method} /hs/${rootUrl}${template}`)),
  );

function nameChanges(before: readonly string[], after: readonly string[]): NameChanges {
  const [had, has] = [new Set(before), new Set(after)];
  return { added: missingFrom(had, has), removed: missingFrom(has, had) };
}

const missingFrom = (names: ReadonlySet<string>, all: ReadonlySet<string>): readonly string[] =>
  [...all].filter((name) => !names.has(name)).sort(compareText);

function propertyChange(
  name: PropertyChange['name'],
  before: Passport,
  after: Passport,
): readonly PropertyChange[] {
  const [old, young] = [before[name], after[name]];
  return old === young ? [] : [{ name, before: old, after: young }];
}
