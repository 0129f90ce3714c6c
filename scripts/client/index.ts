/**
 * The public entry `vypusk/verify`: what an installer by somebody else needs to believe a repository and to decide what an
 * infobase is offered. Runs in browsers and in Node, asks the network only through the `fetch` that it is given, and has
 * one dependency (tweetnacl). The manual is the page «Everything for authors of installers».
 */
export { downloadArtifact, requirePinned } from '../verify/artifact.ts';
export type { ArtifactWorld, FileAnswer, FileSource, PartialFile } from '../verify/artifact.ts';
export { VerificationError } from '../verify/error.ts';
export type { VerificationArguments, VerificationCode } from '../verify/error.ts';
export { fastCheck } from '../verify/fast-check.ts';
export type { FastCheck, RefreshReason, TimestampView } from '../verify/fast-check.ts';
export type { ExtensionHint, Hints } from '../verify/heads.ts';
export { SHIPPED_PACE } from '../verify/http-body.ts';
export type { Pace } from '../verify/http-body.ts';
export { httpFetcher, httpFile, SHIPPED_ANSWER_MS } from '../verify/http-fetcher.ts';
export type { HttpOptions, WebFetch } from '../verify/http-fetcher.ts';
export { SHIPPED_LIMITS } from '../verify/limits.ts';
export type { Limits } from '../verify/limits.ts';
export { trustRoot } from '../verify/root.ts';
export { SHIPPED_SCHEMES } from '../verify/scheme.ts';
export type { KeyReader, PublicKey, SchemeTable } from '../verify/scheme.ts';
export { isStaleEdge } from '../verify/timestamp.ts';
export { isTarget } from '../verify/trusted-repository.ts';
export type { TrustedFiles, TrustedRepository } from '../verify/trusted-repository.ts';
export type { Trusted } from '../verify/trust.ts';
export { refresh } from '../verify/update.ts';
export type { FetchAnswer, Fetcher, FetchOptions, MetadataStore, World } from '../verify/world.ts';
export { memoryStore } from '../verify/memory-store.ts';
export { decide } from '../decide/decide.ts';
export { decideExtension } from '../decide/decide-extension.ts';
export type * from '../decide/offer.ts';
export type * from '../model/documents.ts';
export type * from '../model/environment.ts';
export { parseVersion, type Version } from '../model/version.ts';
export { readDocument } from './read-document.ts';
