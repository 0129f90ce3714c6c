import { checkTree as check, type CheckedTree, type CheckScope } from '../../publication/checked-tree.ts';
import { withProgress } from '../session/progress.ts';
import type { Session } from '../session/session.ts';

/** A release tree with all its problems; a person sees how far the reading has come. */
export const checkTree = (scope: CheckScope, session: Session): Promise<CheckedTree> =>
  withProgress(session.text.message.reading, session, (onStep) => check(scope, onStep));
