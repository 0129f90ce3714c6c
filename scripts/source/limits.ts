/**
 * How much of a release tree is believed. Manifests, notes and passports come from pull requests of strangers, so
 * every size and count has a bound that honest use does not reach.
 */
export const LIMITS = {
  /** Bytes of one YAML manifest; a release with fifty builds takes 20 KB. */
  manifestBytes: 256 * 1024,
  /** Bytes of the notes of one release in one language. */
  notesBytes: 256 * 1024,
  /** Bytes of one passport; the largest real extension seen gives 200 KB. */
  passportBytes: 4 * 1024 * 1024,
  /** Bytes of one `.cfe` or `.cfe.zip`. */
  artifactBytes: 1024 * 1024 * 1024,
  /** Bytes of one screenshot of an extension: a whole screen as PNG. */
  screenshotBytes: 2 * 1024 * 1024,
  /** Bytes of the record of one licence; clients take no more. */
  licenseBytes: 260 * 1024,
  /** Values in one manifest, with every alias counted as what it stands for. */
  yamlValues: 20_000,
  /** Mappings and sequences inside each other. */
  yamlDepth: 16,
  /** Brackets open at once, or blocks begun in one line: beyond it the library would nest too deep to fail in order. */
  yamlOpenings: 64,
  /** Tokens of one manifest that make structure: dashes, colons, brackets, quotes. */
  yamlTokens: 40_000,
  /** Entries of one folder. */
  folderEntries: 50_000,
  /** Problems reported for one file; more of them say nothing new. */
  problemsPerFile: 50,
} as const;
