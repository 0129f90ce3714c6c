import type { DelegatedRole, Delegations, Targets } from '../verify/metadata.ts';
import { parseTargets } from '../verify/parse-targets.ts';
import type { Signers } from '../verify/signatures.ts';
import { BINS_ABOVE, binCount, binOf, binRoles, binsAmong } from './hash-bins.ts';
import { LIFETIME_DAYS } from './lifetime.ts';
import { signersOf } from './open-metadata.ts';
import type { Opened } from './open-metadata.ts';
import { listedRoles } from './previous-repository.ts';
import type { Publication } from './publication.ts';
import { signRole } from './sign-role.ts';
import type { RoleToSign, Signing } from './sign-role.ts';
import { targetsDraft } from './target-files.ts';
import type { Document } from './target-files.ts';
import { belongsTo } from './vendor-delegation.ts';

/** The signed lists of documents. */
export interface SignedTargets {
  readonly targets: Opened<Targets>;
  /** Bins and vendors, in the order in which clients ask them. */
  readonly delegated: readonly Opened<Targets>[];
}

/**
 * Lists every document in one place: a vendor's in his own role, other extensions in bins once there are many, the rest
 * in `targets.json`, so that the first list in an infobase needs no bin.
 */
export async function signTargets(
  publication: Publication,
  signing: Signing & { readonly binsAbove?: number },
): Promise<SignedTargets> {
  const { root, previous, vendors } = publication;
  const authority = signersOf(root, 'targets');
  const own = publication.documents.filter(
    ({ path }) => !vendors.some(({ vendor }) => belongsTo(vendor, path)),
  );
  const binned = own.filter(isExtension);
  const previously = binsAmong(previous?.targets.signed.delegations?.roles ?? []);
  const isSplit = previously > 0 || binned.length > (signing.binsAbove ?? BINS_ABOVE);
  const bins = isSplit ? binRoles(binCount(binned.length, previously), authority.role) : [];
  const listed = isSplit ? own.filter((document) => !isExtension(document)) : own;
  const role = (name: string, documents: readonly Document[]): RoleToSign<Targets> =>
    targetsRole(publication, { name, documents, authority });

  const targets = {
    ...role('targets', listed),
    draft: targetsDraft(listed, delegationsOf(publication, bins)),
  };
  const contents = Map.groupBy(binned, ({ path }) => binOf(path, bins.length));
  const delegated = vendors.map(({ file }) => file);
  for (const { name } of bins) delegated.push(await signRole(role(name, contents.get(name) ?? []), signing));
  return { targets: await signRole(targets, signing), delegated };
}

const isExtension = ({ path }: Document): boolean => path.startsWith('extensions/');

interface TargetsContent {
  readonly name: string;
  readonly documents: readonly Document[];
  readonly authority: Signers;
}

function targetsRole(
  { previous, root }: Publication,
  { name, documents, authority }: TargetsContent,
): RoleToSign<Targets> {
  const before = name === 'targets' ? previous?.targets : previous?.delegated.get(name);
  const taken = previous && listedRoles(previous, root).get(`${name}.json`)?.version;
  return {
    name,
    parse: parseTargets,
    draft: targetsDraft(documents),
    lifetimeDays: LIFETIME_DAYS.targets,
    authority,
    ...(before && { previous: before }),
    ...(taken !== undefined && { takenVersion: taken }),
  };
}

/** Vendors before bins: a bin would otherwise be asked first about a vendor's document. */
function delegationsOf(
  { root, vendors }: Publication,
  bins: readonly DelegatedRole[],
): Delegations | undefined {
  if (vendors.length === 0 && bins.length === 0) return undefined;
  const binKeys = [...root.keys].filter(([keyid]) => bins[0]?.keyids.includes(keyid));
  return {
    keys: new Map([...vendors.flatMap(({ keys }) => [...keys]), ...binKeys]),
    roles: [...vendors.map(({ role }) => role), ...bins],
  };
}
