/**
 * The client of a repository, whole: what a browser page or another program needs to trust what it reads.
 * `World` is everything that comes from outside; `trustRoot` gives a new client its first root, `fastCheck` asks in one
 * request whether anything is new, `refresh` is the full workflow, `downloadArtifact` gets a file that a document pins.
 */
export { downloadArtifact, requirePinned } from './artifact.ts';
export type { ArtifactWorld, FileAnswer, FileSource, PartialFile } from './artifact.ts';
export { VerificationError } from './error.ts';
export type { VerificationArguments, VerificationCode } from './error.ts';
export { fastCheck } from './fast-check.ts';
export type { FastCheck, RefreshReason, TimestampView } from './fast-check.ts';
export type { ExtensionHint, Hints } from './heads.ts';
export { SHIPPED_PACE } from './http-body.ts';
export type { Pace } from './http-body.ts';
export { httpFetcher, httpFile, SHIPPED_ANSWER_MS } from './http-fetcher.ts';
export type { HttpOptions, WebFetch } from './http-fetcher.ts';
export { SHIPPED_LIMITS } from './limits.ts';
export type { Limits } from './limits.ts';
export { trustRoot } from './root.ts';
export { SHIPPED_SCHEMES } from './scheme.ts';
export type { KeyReader, PublicKey, SchemeTable } from './scheme.ts';
export { isStaleEdge } from './timestamp.ts';
export { isTarget } from './trusted-repository.ts';
export type { TrustedFiles, TrustedRepository } from './trusted-repository.ts';
export type { Trusted } from './trust.ts';
export { refresh } from './update.ts';
export type { FetchAnswer, Fetcher, FetchOptions, MetadataStore, World } from './world.ts';
