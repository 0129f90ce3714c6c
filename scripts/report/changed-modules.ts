import { signName } from '../decide/conflict.ts';
import type { ExtensionDocument } from '../model/documents.ts';
import type { ConflictDocument, MigrationDocument } from '../model/migration-document.ts';
import { compareText } from '../model/problem.ts';
import { migrationIn, type Publication } from './publication.ts';
import { changedExtensions } from './who-gets-this.ts';

/** What a change does to one thing that was or will be published. */
export type ModuleChange = 'added' | 'changed' | 'removed';

/** What a change says of other modules, of one extension. */
export interface ChangedModules {
  readonly extension: string;
  /** Sorted by the name of the module. A removed one as it was. */
  readonly conflicts: readonly { readonly change: ModuleChange; readonly conflict: ConflictDocument }[];
  /** Sorted by the folder. A removed one as it was. */
  readonly migrations: readonly { readonly change: ModuleChange; readonly migration: MigrationDocument }[];
}

/** Conflicts and ways to move that are not as they are published, of the extensions where there are any. */
export function changedModules(before: Publication | undefined, now: Publication): readonly ChangedModules[] {
  const ids = new Set([
    ...changedExtensions(before, now).map(({ id }) => id),
    ...now.tree.extensions.filter(({ migrations }) => migrations !== undefined).map(({ id }) => id),
  ]);
  const differing = changedExtensions(before, now);
  return [...ids].sort(compareText).flatMap((extension) => {
    const change = differing.find(({ id }) => id === extension);
    const conflicts = difference(conflictsIn(change?.before), conflictsIn(change?.now)).map(
      ({ value, ...rest }) => ({ ...rest, conflict: value }),
    );
    const migrations = difference(migrationsIn(before, extension), migrationsIn(now, extension)).map(
      ({ value, ...rest }) => ({ ...rest, migration: value }),
    );
    return conflicts.length + migrations.length === 0 ? [] : [{ extension, conflicts, migrations }];
  });
}

// One module may be refused in old versions and warned of in newer ones.
const conflictsIn = (document: ExtensionDocument | undefined): ReadonlyMap<string, ConflictDocument> =>
  new Map(
    (document?.conflicts ?? []).map((conflict) => [
      `${signName(conflict)} ${'extension' in conflict ? (conflict.versions ?? '') : ''}`,
      conflict,
    ]),
  );

function migrationsIn(
  publication: Publication | undefined,
  id: string,
): ReadonlyMap<string, MigrationDocument> {
  const entries = publication?.tree.extensions.find((extension) => extension.id === id)?.migrations ?? [];
  return new Map(
    entries.flatMap(({ manifest: { value } }) => {
      const document = migrationIn(publication, id, value.from);
      return document === undefined ? [] : [[value.from, document]];
    }),
  );
}

interface Difference<T> {
  readonly change: ModuleChange;
  readonly value: T;
}

function difference<T>(
  before: ReadonlyMap<string, T>,
  now: ReadonlyMap<string, T>,
): readonly Difference<T>[] {
  const names = [...new Set([...before.keys(), ...now.keys()])].sort(compareText);
  return names.flatMap((name): readonly Difference<T>[] => {
    const [old, young] = [before.get(name), now.get(name)];
    if (young === undefined) return old === undefined ? [] : [{ change: 'removed', value: old }];
    if (old === undefined) return [{ change: 'added', value: young }];
    return JSON.stringify(old) === JSON.stringify(young) ? [] : [{ change: 'changed', value: young }];
  });
}
