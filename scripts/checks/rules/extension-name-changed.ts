import { extensionHistories } from '../history.ts';
import type { Rule } from '../rule.ts';

/** Infobases find their extension by inner name: under another one the update would be a second extension. */
export const extensionNameChanged: Rule<'extension-name-changed'> = {
  code: 'extension-name-changed',
  severity: 'error',
  *check(context) {
    for (const { before, now } of extensionHistories(context)) {
      const [was, is] = [before.manifest.value.name, now.manifest.value.name];
      if (was !== is) yield { place: now.manifest.placeOf('name'), args: { was, is } };
    }
  },
};
