import type { HttpService, Interception, Passport, PassportObject } from '../model/passport.ts';

/** A passport as published. Member by member, so that its pin does not depend on who derived it. */
export const passportDocument = (passport: Passport): Passport => ({
  formatVersion: passport.formatVersion,
  sha256: passport.sha256,
  length: passport.length,
  name: passport.name,
  synonym: Object.fromEntries(Object.entries(passport.synonym).sort(byLanguage)),
  version: passport.version,
  vendor: passport.vendor,
  prefix: passport.prefix,
  purpose: passport.purpose,
  compatibilityMode: passport.compatibilityMode,
  extensionCompatibilityMode: passport.extensionCompatibilityMode,
  changesDataStructure: passport.changesDataStructure,
  objects: passport.objects.map(passportObject),
  httpServices: passport.httpServices.map(httpService),
  interceptions: passport.interceptions.map(interception),
  defaultRoles: passport.defaultRoles,
});

const byLanguage = (a: readonly [string, string], b: readonly [string, string]): number =>
  a[0] < b[0] ? -1 : 1;

const passportObject = ({ kind, name, belonging }: PassportObject): PassportObject => ({
  kind,
  name,
  belonging,
});

const httpService = ({ name, rootUrl, routes }: HttpService): HttpService => ({
  name,
  rootUrl,
  routes: routes.map(({ template, methods }) => ({ template, methods })),
});

const interception = ({ module, method, kind, handler }: Interception): Interception => ({
  module,
  method,
  kind,
  handler,
});
