import type { Delegations, TargetFile, Targets } from './metadata.ts';
import { binOf, isTrustedWith, seek, type Sought } from './path-pattern.ts';
import { acceptTargetsRole, type TargetsContext, type TargetsRole } from './targets.ts';
import type { Trusted } from './trust.ts';
import type { World } from './world.ts';

/** Everything that a search starts from. */
export interface SearchContext extends TargetsContext {
  readonly targets: Trusted<Targets>;
}

/** Roles to ask about a target, in order; after a terminating one nobody else is asked. */
interface Delegates {
  readonly roles: readonly TargetsRole[];
  readonly isFinal: boolean;
}

/**
 * The pre-order depth-first search of TUF 5.6.7: what the first trusted role that knows the target says of it;
 * undefined when none does. A role on the way that cannot be had or validated ends the search with its refusal.
 */
export async function findTarget(
  name: string,
  context: SearchContext,
  world: World,
): Promise<TargetFile | undefined> {
  const sought = await seek(name);
  const visited = new Set<string>(['targets']);
  let current: Trusted<Targets> = context.targets;
  // The roles still to visit, the next one last.
  let waiting: readonly TargetsRole[] = [];
  for (;;) {
    const found = current.signed.targets.get(name);
    if (found !== undefined) return found;

    // TUF 5.6.7.2: in order of appearance, and deeper before further.
    const { roles, isFinal } = delegatesFor(sought, current.signed.delegations, world);
    waiting = [...(isFinal ? [] : waiting), ...[...roles].reverse()];

    // TUF 5.6.7.1: nobody is asked twice, so cycles end; and not more than so many are asked.
    waiting = waiting.filter((role) => !visited.has(role.name));
    const next = waiting.at(-1);
    if (next === undefined || visited.size > world.limits.delegations) return undefined;
    waiting = waiting.slice(0, -1);
    visited.add(next.name);
    current = await acceptTargetsRole(next, context, world);
  }
}

function delegatesFor(sought: Sought, delegations: Delegations | undefined, { schemes }: World): Delegates {
  if (delegations === undefined) return { roles: [], isFinal: false };
  const { keys, succinct_roles: bins } = delegations;
  if (bins !== undefined) {
    const bin = { name: binOf(bins, sought), signers: { keys, role: bins, schemes } };
    return { roles: [bin], isFinal: false };
  }
  const roles: TargetsRole[] = [];
  for (const role of delegations.roles ?? []) {
    // TUF 5.6.7.2.2: the next one, when this one is not trusted with the name or lets others speak after it.
    if (!isTrustedWith(role, sought)) continue;
    roles.push({ name: role.name, signers: { keys, role, schemes } });
    // TUF 5.6.7.2.1
    if (role.terminating) return { roles, isFinal: true };
  }
  return { roles, isFinal: false };
}
