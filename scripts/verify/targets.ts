import { requireContent } from './content.ts';
import { VerificationError } from './error.ts';
import { isListedAs } from './listed.ts';
import type { MetaFile, Root, Snapshot, Targets } from './metadata.ts';
import { parseEnvelope, type Unverified } from './parse-envelope.ts';
import { parseTargets } from './parse-targets.ts';
import { metadataFileName, metadataPath } from './repository-path.ts';
import { requireThreshold, type Signers } from './signatures.ts';
import { fetchMetadata, recall, requireFresh, requireVersion, signersOf, type Trusted } from './trust.ts';
import type { World } from './world.ts';

/** The trusted files that a targets role is checked against. */
export interface TargetsContext {
  readonly root: Trusted<Root>;
  readonly snapshot: Trusted<Snapshot>;
}

/** A targets role as its delegator describes it. The same role may have other signers at another delegator. */
export interface TargetsRole {
  readonly name: string;
  readonly signers: Signers;
}

/** Brings the trusted top-level targets to those that the snapshot names (TUF 5.6). */
export const acceptTargets = (context: TargetsContext, world: World): Promise<Trusted<Targets>> => {
  const signers = signersOf(context.root.signed, 'targets', world);
  return acceptTargetsRole({ name: 'targets', signers }, context, world);
};

/**
 * The same for any targets role. What is stored is checked again against the signers of *this* delegator: a role that
 * two roles delegate to may be good for one and not for the other.
 */
export async function acceptTargetsRole(
  role: TargetsRole,
  context: TargetsContext,
  world: World,
): Promise<Trusted<Targets>> {
  const listed = context.snapshot.signed.meta.get(`${role.name}.json`);
  if (listed === undefined) throw new VerificationError('role-not-listed', { role: role.name });
  const known = await recall(role.name, parseTargets, { world, signers: role.signers });
  const isCurrent = known !== undefined && (await isListedAs(known, listed));
  const isConsistent = context.root.signed.consistent_snapshot === true;
  const targets = isCurrent ? known : await fetchTargets(role, { listed, isConsistent }, world);

  // TUF 5.6.5
  requireFresh(role.name, targets.signed, world);

  // TUF 5.6.6
  if (!isCurrent) await world.store.put(metadataFileName(role.name), targets.bytes);
  return targets;
}

async function fetchTargets(
  role: TargetsRole,
  { listed, isConsistent }: { readonly listed: MetaFile; readonly isConsistent: boolean },
  world: World,
): Promise<Unverified<Targets>> {
  // TUF 5.6.1
  const path = metadataPath(role.name, isConsistent ? listed.version : undefined);
  const limit = Math.min(listed.length ?? Infinity, world.limits.targets);
  const bytes = await fetchMetadata(path, limit, world);

  // TUF 5.6.2
  await requireContent(role.name, bytes, listed);

  // TUF 5.6.3
  const targets = parseEnvelope(bytes, role.name, parseTargets);
  requireThreshold(targets, role.signers);

  // TUF 5.6.4
  requireVersion(role.name, targets.signed.version, listed.version);
  return targets;
}
