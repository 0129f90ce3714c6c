/** Which extensions and releases to read. */
export interface Selection {
  readonly hasExtension: (id: string) => boolean;
  readonly hasRelease: (id: string, folder: string) => boolean;
}

/** Everything, or the extensions (`<id>`) and single releases (`<id>/<folder>`) that are named. */
export function selectionOf(only: ReadonlySet<string> | undefined): Selection {
  if (only === undefined) return { hasExtension: () => true, hasRelease: () => true };
  const touched = new Set([...only].map((name) => name.split('/', 1)[0] ?? ''));
  return {
    hasExtension: (id) => touched.has(id),
    hasRelease: (id, folder) => only.has(id) || only.has(`${id}/${folder}`),
  };
}
