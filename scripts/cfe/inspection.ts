import type { ModuleFacts, ObjectFacts, V8Facts } from './facts.ts';

/** Facts of a file as `vypusk inspect --json` prints them: plain JSON values, an absent string is empty. */
export type Inspection = Readonly<Record<string, unknown>>;

/** The JSON shape of `inspect --json` for one file; the command line adds `file`. */
export function inspectionOf(facts: V8Facts): Inspection {
  switch (facts.type) {
    case 'ConfigurationExtension':
      return { ...facts, objects: byKind(facts.objects), modules: facts.modules.map(pathOf) };
    case 'Configuration':
      return { ...facts, objects: byKind(facts.objects), modules: facts.modules.map(pathOf) };
    case 'ExternalDataProcessor':
    case 'ExternalReport':
      return { ...facts, modules: facts.modules.map(pathOf) };
  }
}

const pathOf = (module: ModuleFacts): string => module.path;

function byKind(objects: readonly ObjectFacts[]): Readonly<Record<string, readonly object[]>> {
  const groups = Map.groupBy(objects, ({ kind }) => kind);
  return Object.fromEntries(groups);
}
