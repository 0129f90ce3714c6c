import type { MetaFile, Root } from '../verify/metadata.ts';
import { listedRoles, openPrevious } from './previous-repository.ts';
import type { PreviousRepository } from './previous-repository.ts';
import {
  clockRefusals,
  documentRefusals,
  fileRefusals,
  rootRefusals,
  shrinkRefusals,
} from './publication-refusals.ts';
import { PublishRefusal } from './publish-refusal.ts';
import type { RepositoryInput } from './repository-input.ts';
import { openRootChain } from './root-chain.ts';
import type { RootChain } from './root-chain.ts';
import { pinDocuments } from './target-files.ts';
import type { Document } from './target-files.ts';
import { openVendors } from './vendor-delegation.ts';
import type { OpenedVendor } from './vendor-delegation.ts';
import { vendorRefusals } from './vendor-refusals.ts';

/** What may be published: everything that came from outside is read, and nothing speaks against it. */
export interface Publication {
  readonly chain: RootChain;
  readonly root: Root;
  readonly previous?: PreviousRepository;
  /** Sorted by path. */
  readonly documents: readonly Document[];
  /** Sorted by name. */
  readonly vendors: readonly OpenedVendor[];
}

/** Reads the input and throws `PublishRefusal` with every reason against publishing it. */
export async function openPublication(input: RepositoryInput): Promise<Publication> {
  const chain = openRootChain(input.roots);
  const previous = input.previous === 'none' ? undefined : await openPrevious(input.previous, chain);
  const vendors = await openVendors(input.vendors ?? []);
  const documents = await pinDocuments(input.documents);
  const publication = { chain, root: chain.newest.signed, documents, vendors, ...(previous && { previous }) };
  await refuseUnpublishable(publication, input);
  return publication;
}

async function refuseUnpublishable(publication: Publication, input: RepositoryInput): Promise<void> {
  const { chain, root, previous, documents, vendors } = publication;
  const listed = previous ? listedRoles(previous, root) : new Map<string, MetaFile>();
  const context = { documents, listed, now: input.now };
  const ofVendors = await Promise.all(vendors.map((vendor) => vendorRefusals(vendor, context)));
  const refusals = [
    ...rootRefusals(chain, input.now),
    ...(previous ? clockRefusals(previous, root, input.now) : []),
    ...(previous ? shrinkRefusals(previous, input.documents, input.maxShrink) : []),
    ...documentRefusals(documents),
    ...ofVendors.flat(),
    ...(await fileRefusals(input)),
  ];
  if (refusals.length > 0) throw new PublishRefusal(refusals);
}
