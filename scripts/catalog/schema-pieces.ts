import { z } from 'zod';
import type { Configuration, Vendor } from '../model/extension.ts';
import type { PinnedFile, PublisherDocument } from '../model/documents.ts';
import type { LocalizedText } from '../model/text.ts';

/** A schema for each member of `T`. */
export type ShapeOf<T> = { readonly [Name in keyof T]-?: z.ZodType<Exclude<T[Name], undefined>> };

/**
 * An object of a published document. The compiler holds it to the type in `model/documents.ts`: a forgotten member, an
 * invented one or one of another type does not compile. Objects are open, because readers ignore what they do not know.
 */
export const objectOf =
  <T>() =>
  <Shape extends ShapeOf<T>>(shape: Shape & Record<Exclude<keyof Shape, keyof T>, never>) =>
    z.object(shape).readonly();

/** A list of a published document. */
export const listOf = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();

/** A version, as `parseVersion` reads it. */
export const version = z
  .string()
  .min(1)
  .describe('Version: one to four numeric parts, or three with a pre-release tag.');

/** What a file says of its version; an infobase reports it to the letter. */
export const fileVersion = z.string().describe('Version as a file says it; may be empty.');

/** A range of versions, as `parseRange` reads it. */
export const range = z
  .string()
  .describe("Range of versions in node-semver's grammar, over up to four parts.");

/** A calendar day. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('Calendar day, YYYY-MM-DD.');

/** A digest; nothing but SHA-256 is published. */
export const digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256 in lower-case hexadecimal.');

/** `FORMAT_VERSION` of `model/documents.ts`. */
export const formatVersion = z
  .literal(1)
  .describe('Raised when a member changes its meaning. A reader refuses a version that it does not know.');

/** A text by people. */
export const localizedText = objectOf<LocalizedText>()({
  ru: z.string(),
  en: z.string().exactOptional(),
}).describe('Text in Russian, and in English where somebody translated it.');

/** A file by length and digest. */
export const pinnedFile = objectOf<PinnedFile>()({
  length: z.int().min(0).describe('Bytes.'),
  sha256: digest,
}).describe('A file pinned by length and digest.');

/** Names of channels. */
export const channels = listOf(z.string()).describe('Channels of the publisher, the most stable first.');

/** A vendor, as `vendorDocument` writes it. */
export const vendor = objectOf<Vendor>()({
  name: localizedText,
  url: z.string().exactOptional(),
  email: z.string().exactOptional(),
}).describe('Who makes the extension and where to ask.');

/** A configuration, as `configurationIdentity` writes it. */
export const configuration = objectOf<Configuration>()({
  name: z.string().describe('Метаданные.Имя'),
  title: localizedText,
  edition: z.string().describe('Edition as vendors say it, for example 3.0.'),
  family: z.string().describe('What is made for one configuration of a family is easily adapted to another.'),
}).describe('A 1C configuration.');

/** A publisher, as `publisherDocument` writes it. */
export const publisher = objectOf<PublisherDocument>()({
  id: z.string(),
  name: localizedText,
  url: z.string().describe('Public address of the repository, ending with /.'),
  email: z.string().exactOptional(),
  licensePrefix: z.string().describe('First part of licence keys.'),
  channels,
  locales: listOf(z.enum(['ru', 'en'])).describe('Languages in which notes exist.'),
}).describe('Who publishes the repository.');
