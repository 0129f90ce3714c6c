import type { ReleaseTree } from '../../scripts/model/release-tree.ts';
import type { ExtensionDownloads } from '../../scripts/model/statistics.ts';

/** What was counted for an extension; nothing where nobody counts. */
export function downloadsOf(
  { statistics }: Pick<ReleaseTree, 'statistics'>,
  id: string,
): { readonly downloads?: ExtensionDownloads } {
  const downloads = statistics?.extensions.find((one) => one.id === id);
  return downloads === undefined ? {} : { downloads };
}
