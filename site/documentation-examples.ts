/**
 * Examples of every published document, byte for byte as on the wire, by file name. A test signs the documented
 * repository anew and compares; `vitest -u` writes them when a format grows.
 */
export const documentationExamples: ReadonlyMap<string, string> = new Map(
  Object.entries(
    import.meta.glob<string>('./examples/*.json', { query: '?raw', import: 'default', eager: true }),
  ).map(([path, text]) => [path.replace('./examples/', ''), text]),
);
