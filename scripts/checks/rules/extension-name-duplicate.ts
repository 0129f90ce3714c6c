import type { Rule } from '../rule.ts';
import { extensionsIn } from '../scope.ts';

/** An infobase knows its extensions by inner name: of two with one name, each would replace the other. */
export const extensionNameDuplicate: Rule<'extension-name-duplicate'> = {
  code: 'extension-name-duplicate',
  severity: 'error',
  *check(context) {
    const owners = new Map<string, string>();
    for (const { id, manifest } of context.tree.extensions) {
      const key = keyOf(manifest.value.name);
      if (!owners.has(key)) owners.set(key, id);
    }
    for (const { id, manifest } of extensionsIn(context)) {
      const { name } = manifest.value;
      const owner = owners.get(keyOf(name)) ?? id;
      if (owner !== id) yield { place: manifest.placeOf('name'), args: { name, other: owner } };
    }
  },
};

/** Names of 1C do not tell case apart. */
const keyOf = (name: string): string => name.toLowerCase();
