import type { Passport, PassportObject } from '../model/passport.ts';
import { compareText } from '../model/problem.ts';
import type { ExtensionFacts, HttpServiceFacts, ObjectFacts } from './facts.ts';

/** The passport of a `.cfe`: what customers and reviewers need of its facts. Lists are sorted, so equal files agree. */
export function passportOf(
  facts: ExtensionFacts,
  file: { readonly sha256: string; readonly length: number },
): Passport {
  return {
    formatVersion: 1,
    sha256: file.sha256,
    length: file.length,
    name: facts.name,
    synonym: facts.synonym,
    version: facts.version,
    vendor: facts.vendor,
    prefix: facts.prefix,
    purpose: facts.purpose,
    compatibilityMode: facts.compatibilityMode,
    extensionCompatibilityMode: facts.extensionCompatibilityMode,
    changesDataStructure: facts.changesDataStructure,
    objects: facts.objects.map(passportObject).sort(byKindThenName),
    httpServices: facts.httpServices.map(passportService).sort((a, b) => compareText(a.name, b.name)),
    interceptions: [...facts.interceptions].sort(
      (a, b) =>
        compareText(a.module, b.module) || compareText(a.method, b.method) || compareText(a.kind, b.kind),
    ),
    defaultRoles: [...facts.defaultRoles].sort(compareText),
  };
}

const passportObject = ({ kind, name, belonging }: ObjectFacts): PassportObject => ({
  kind,
  name,
  belonging,
});

const byKindThenName = (a: PassportObject, b: PassportObject): number =>
  compareText(a.kind, b.kind) || compareText(a.name, b.name);

const passportService = (service: HttpServiceFacts): Passport['httpServices'][number] => ({
  name: service.name,
  rootUrl: service.rootUrl,
  routes: service.templates.map(({ template, methods }) => ({
    template,
    methods: methods.map(({ method }) => method),
  })),
});
