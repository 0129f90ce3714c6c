import { z } from 'zod';
import { digest } from './schema-pieces.ts';

/**
 * TUF metadata in our profile (`formats.md`, section 3) as schemas for other people's tools. The client does not read
 * with these: its own parsers accept more, because other repositories say more.
 */

const hexOf = (bytes: number): z.ZodString => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`));

const keyid = digest.describe('Hex SHA-256 of the canonical JSON of the key.');
const time = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/)
  .describe('UTC, whole seconds.');
const positive = z.int().min(1);

const key = z.object({
  keytype: z.literal('ed25519'),
  scheme: z.literal('ed25519'),
  keyval: z.object({ public: hexOf(32) }),
});

const role = { keyids: z.array(keyid).describe('Who may sign.'), threshold: positive };

const common = {
  spec_version: z.string().regex(/^1\.\d+\.\d+$/),
  version: positive,
  expires: time.describe('Not to be used from then on.'),
};

const hashes = z.object({ sha256: digest });

const metaFile = z.object({ version: positive, length: z.int().min(0), hashes });

const envelopeOf = (signed: z.ZodType): z.ZodType =>
  z.object({
    signatures: z.array(
      z.object({ keyid, sig: hexOf(64).describe('Ed25519 over the raw bytes of signed.') }),
    ),
    signed: signed.describe('Canonical JSON; nothing stands between it and the closing brace.'),
  });

/** `<n>.root.json`. */
export const rootMetadata = envelopeOf(
  z.object({
    _type: z.literal('root'),
    ...common,
    consistent_snapshot: z.literal(true),
    keys: z.record(keyid, key),
    roles: z.object({
      root: z.object(role),
      timestamp: z.object(role),
      snapshot: z.object(role),
      targets: z.object(role),
    }),
  }),
).describe('Who may sign what.');

const head = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]))
  .describe('Newest version by channel; criticalBelow and withdrawn beside them.');

/** `timestamp.json`. */
export const timestampMetadata = envelopeOf(
  z.object({
    _type: z.literal('timestamp'),
    ...common,
    meta: z.object({ 'snapshot.json': metaFile }),
    'x-issued': time.describe('When it was signed.'),
    'x-root': positive.describe('Newest version of the root.'),
    'x-heads': z
      .record(z.string(), head)
      .optional()
      .describe('By extension. May raise a notice or a refresh, never an installation.'),
  }),
).describe('Which snapshot is the newest. The only file that keeps its name.');

/** `<n>.snapshot.json`. */
export const snapshotMetadata = envelopeOf(
  z.object({
    _type: z.literal('snapshot'),
    ...common,
    meta: z.record(z.string(), metaFile).describe('By file name: targets.json, <role>.json.'),
  }),
).describe('Which version of every list of documents belongs together.');

const delegatedRole = z.object({
  ...role,
  name: z.string().regex(/^(?:bin|vendor)-[a-z0-9-]+$/),
  terminating: z.literal(true),
  paths: z.array(z.string()).optional().describe('Patterns; * stands for anything but /.'),
  path_hash_prefixes: z.array(z.string()).optional().describe('First hex digits of the SHA-256 of the name.'),
});

/** `<n>.targets.json`, `<n>.<role>.json`. */
export const targetsMetadata = envelopeOf(
  z.object({
    _type: z.literal('targets'),
    ...common,
    targets: z
      .record(z.string(), z.object({ length: z.int().min(0), hashes }))
      .describe('Documents by name.'),
    delegations: z
      .object({ keys: z.record(keyid, key), roles: z.array(delegatedRole) })
      .optional()
      .describe('Whom to ask about other names, in this order.'),
  }),
).describe('Documents with length and digest, and who signs for the others.');
