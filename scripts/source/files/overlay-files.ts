import { memoryFiles, type FileRecord } from './memory-files.ts';
import { byName, type TreeFiles } from './tree-files.ts';

/** A release tree as it would be with these files written into it: nothing is written. */
export function overlayFiles(below: TreeFiles, record: FileRecord): TreeFiles {
  const above = memoryFiles(record);
  const sourceOf = (file: string): TreeFiles => (Object.hasOwn(record, file) ? above : below);
  return {
    list: async (folder) => {
      const entries = [...(await below.list(folder)), ...(await above.list(folder))];
      return [...new Map(entries.map((entry) => [entry.name, entry])).values()].sort(byName);
    },
    size: (file) => sourceOf(file).size(file),
    read: (file, limit) => sourceOf(file).read(file, limit),
  };
}
