import { atomAt, type BraceNode } from './brace-node.ts';
import { compatibilityMode } from './compatibility-mode.ts';
import type { StorageFacts } from './facts.ts';

/** Storage version `{216,0,{80320,0}}`; files of 8.2 have `{216,0}` only. */
export function storageFacts(version: BraceNode | undefined): StorageFacts {
  const code = atomAt(version, 2, 0);
  return {
    major: atomAt(version, 0),
    code: code === '' ? null : code,
    decoded: code === '' ? '8.2-or-older' : compatibilityMode(code),
  };
}
