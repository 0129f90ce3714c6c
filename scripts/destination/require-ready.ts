import { metadataPath } from '../verify/repository-path.ts';
import type { Writing } from './destination.ts';
import { DestinationError } from './error.ts';
import { isImmutable } from './stage.ts';
import { uploadOf } from './write-planned.ts';

/**
 * The last look before clients see a publication. Everything that they will ask for must be there: a run that deletes at
 * the same moment, or a store that lost a file, would leave a good signature over missing parts. And the store must keep
 * its word about conditions: it is asked to write the first root again, the same bytes, on the condition that there is
 * none. Throws `publication-disturbed`, `destination-ignores-conditions`.
 */
export async function requireReady({ tree, destination }: Writing): Promise<void> {
  const stored = await destination.list();
  for (const { path, length } of tree.values()) {
    if (isImmutable(path) && stored.get(path)?.length !== length) {
      throw new DestinationError('publication-disturbed', { path });
    }
  }
  const root = tree.get(metadataPath('root', 1));
  if (root !== undefined && (await destination.write(await uploadOf(root), 'absent')) === 'written') {
    throw new DestinationError('destination-ignores-conditions');
  }
}
