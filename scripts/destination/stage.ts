/**
 * Stages of a publication in their order. What a client asks for stands before the file that makes it ask: files before
 * the documents that name them, documents before metadata, `timestamp.json` after all of it (`formats.md`, section 3).
 *
 * Before the timestamp nothing is overwritten, ever: a run that loses against another one has disturbed nobody. Who
 * replaced the timestamp has won, and alone goes on to what is replaced in place: licence records, agreements, pages.
 *
 * The snapshot is the first of the metadata, because it is the claim: of two runs that were built from the same state
 * exactly one writes `<n>.snapshot.json`, and the other stops before it has taken any name that the first one needs.
 * Roots come next to the timestamp: a root that changes the timestamp's key is at odds with the old timestamp.
 */
export const STAGES = [
  'files',
  'documents',
  'snapshot',
  'metadata',
  'roots',
  'timestamp',
  'records',
  'site',
  'pages',
] as const;

/** One of the stages. */
export type Stage = (typeof STAGES)[number];

/** The file whose replacement is the publication. */
export const TIMESTAMP = 'metadata/timestamp.json';

/** Metadata whose name carries its version. */
export const VERSIONED_METADATA = /^metadata\/(\d+)\.[^/]+\.json$/;

/** A document: the digest of its content stands in its name. */
export const DOCUMENT = /^targets\/(?:.+\/)?([0-9a-f]{64})\.[^/]+$/;

/** The record of a licence (`formats.md`, section 6). */
export const LICENSE_RECORD = /^licenses\/[0-9a-f]{2}\/[0-9a-f]{40}\.zip$/;

/** A file of a release: published once and never changed. Passports and agreements are written anew now and then. */
const RELEASE_FILE = /^files\/[^/]+\/[^/]+\/[^/]+(?<!\.passport\.json)$/;

/** Whether bytes under this name never change, so that another content is a mistake or an attack. */
export const isImmutable = (path: string): boolean =>
  VERSIONED_METADATA.test(path) || DOCUMENT.test(path) || RELEASE_FILE.test(path);

const BY_PATH: readonly (readonly [RegExp, Stage])[] = [
  [/^metadata\/timestamp\.json$/, 'timestamp'],
  [/^metadata\/\d+\.root\.json$/, 'roots'],
  [/^metadata\/\d+\.snapshot\.json$/, 'snapshot'],
  [/^metadata\//, 'metadata'],
  [/^targets\//, 'documents'],
  [/^files\//, 'files'],
  [/^licenses\//, 'records'],
  [/\.html$/, 'pages'],
];

/** Stage of a path where nothing stands in its place yet. */
export const stageOf = (path: string): Stage => BY_PATH.find(([shape]) => shape.test(path))?.[1] ?? 'site';

/** Stage of a path whose content is replaced. */
export const replacementStage = (path: string): Stage => {
  const stage = stageOf(path);
  return stage === 'files' ? 'records' : stage;
};

/** Whether a stage comes before the moment in which clients see the publication. */
export const isBeforeTimestamp = (stage: Stage): boolean =>
  STAGES.indexOf(stage) < STAGES.indexOf('timestamp');
