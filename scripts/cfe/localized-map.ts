import { atomAt, isList, quotedAt, type BraceNode } from './brace-node.ts';
import type { LocalizedMap } from './facts.ts';
import type { WarningLog } from './warning.ts';

/** An empty code is what the platform writes for a text that is the same in every language. */
const LANGUAGE_CODE = /^(?:[a-z]{2,3})?$/;

/**
 * Localised text `{n,"lang","text",…}`. Languages come from the file (`"ru1"` is real), so the object is made entry
 * by entry: `__proto__` is a key like any other.
 */
export function localizedMap(node: BraceNode | undefined, log?: WarningLog): LocalizedMap {
  const texts = new Map<string, string>();
  for (let at = 1; isList(node) && at + 1 < node.length; at += 2) {
    const language = quotedAt(node, at) ?? atomAt(node, at);
    const text = quotedAt(node, at + 1);
    if (text === undefined) continue;
    if (!LANGUAGE_CODE.test(language)) log?.add('language-code-odd', { language });
    texts.set(language, text);
  }
  return Object.fromEntries(texts);
}
