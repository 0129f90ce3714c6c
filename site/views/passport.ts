import type { Interception, Passport, PassportObject } from '../../scripts/model/passport.ts';
import { compareText } from '../../scripts/model/problem.ts';
import type { Reader } from './reader.ts';

/** Objects of one kind. */
export interface KindGroup {
  readonly kind: string;
  readonly names: readonly string[];
}

/** One interception as a line of a table. */
export interface InterceptionRow {
  readonly where: string;
  readonly method: string;
  readonly how: string;
  readonly handler: string;
}

/** An HTTP service of the extension with the addresses that it opens below the infobase's own. */
export interface ServiceView {
  readonly name: string;
  readonly routes: readonly string[];
}

/** What a file contains, in plain words. */
export interface PassportView {
  readonly file: string;
  readonly facts: readonly string[];
  readonly own: readonly KindGroup[];
  readonly adopted: readonly KindGroup[];
  readonly adoptedCount: string;
  readonly interceptions: readonly InterceptionRow[];
  readonly services: readonly ServiceView[];
  readonly roles: readonly string[];
}

/** The passport of `file` for a person: kinds by their names in the Designer's tree, methods by where they stand. */
export function passportView(file: string, passport: Passport, reader: Reader): PassportView {
  const adopted = passport.objects.filter((object) => object.belonging === 'adopted');
  return {
    file,
    facts: factsOf(passport, reader),
    own: kindGroups(
      passport.objects.filter((object) => object.belonging === 'own'),
      reader,
    ),
    adopted: kindGroups(adopted, reader),
    adoptedCount: reader.texts.passport.objects(adopted.length),
    interceptions: passport.interceptions.map((interception) => interceptionRow(interception, reader)),
    services: passport.httpServices.map((service) => ({
      name: service.name,
      routes: service.routes.map(
        (route) => `${route.methods.join(', ')} /hs/${service.rootUrl}${route.template}`,
      ),
    })),
    roles: passport.defaultRoles,
  };
}

function factsOf(passport: Passport, reader: Reader): readonly string[] {
  const words = reader.texts.passport;
  const platform = platformOf(passport.extensionCompatibilityMode);
  return [
    words.purpose[passport.purpose],
    passport.changesDataStructure ? words.changesData : words.keepsData,
    ...(platform === undefined ? [] : [words.leastPlatform(platform)]),
  ];
}

/** `Version8_3_24` is platform 8.3.24; other modes (`DontUse`) name no platform. */
const platformOf = (mode: string): string | undefined =>
  /^Version(\d+(?:_\d+)*)$/.exec(mode)?.[1]?.replaceAll('_', '.');

function kindGroups(objects: readonly PassportObject[], reader: Reader): readonly KindGroup[] {
  const groups = Map.groupBy(objects, (object) => object.kind);
  return [...groups]
    .map(([kind, members]) => ({
      kind: reader.texts.passport.kinds.get(kind)?.many ?? kind,
      names: members.map((member) => member.name).toSorted(compareText),
    }))
    .toSorted((a, b) => compareText(a.kind, b.kind));
}

function interceptionRow(interception: Interception, reader: Reader): InterceptionRow {
  return {
    where: moduleText(interception.module, reader),
    method: interception.method,
    how: reader.texts.passport.interception[interception.kind],
    handler: interception.handler,
  };
}

/** Words of a module's path that a name follows: `Form.ФормаДокумента`. */
const NAMED: ReadonlySet<string> = new Set(['Form', 'Command']);

/** Segments of a module's path that are worded; the platform makes no more than five. */
const MAX_SEGMENTS = 8;

/** `Document.Заказ.Form.Форма.FormModule` becomes «Документ Заказ, форма Форма, модуль формы». */
function moduleText(path: string, reader: Reader): string {
  const { kinds, modules } = reader.texts.passport;
  const [kind = '', ...segments] = path.split('.', MAX_SEGMENTS);
  // The configuration itself has modules but no name.
  const [name, ...inside] =
    segments.length === 1 && modules.has(segments.join()) ? ['', ...segments] : segments;
  const owner = [kinds.get(kind)?.one ?? kind, name].filter((word) => word !== undefined && word !== '');
  return [owner.join(' '), ...insideText(inside, modules)].join(', ');
}

function insideText(
  [word, ...rest]: readonly string[],
  words: ReadonlyMap<string, string>,
): readonly string[] {
  if (word === undefined) return [];
  const said = words.get(word) ?? word;
  const [name, ...further] = rest;
  if (NAMED.has(word) && name !== undefined) return [`${said} ${name}`, ...insideText(further, words)];
  return [said, ...insideText(rest, words)];
}
