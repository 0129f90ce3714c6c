import { z } from 'zod';
import type { Passport } from '../../model/passport.ts';

const LANGUAGE_CODE = /^[\p{L}\p{Nd}_-]{1,32}$/u;

/** Text out of a `.cfe`: whatever a vendor once typed, bounded. Pages and terminals escape it where they show it. */
const told = (most: number): z.ZodString => z.string().max(most);

const objectSchema = z.strictObject({
  kind: told(80),
  name: told(400),
  belonging: z.enum(['own', 'adopted']),
});

const httpServiceSchema = z.strictObject({
  name: told(200),
  rootUrl: told(1_000),
  routes: z.array(z.strictObject({ template: told(1_000), methods: z.array(told(20)).max(32) })).max(1_000),
});

const interceptionSchema = z.strictObject({
  module: told(400),
  method: told(200),
  kind: z.enum(['Before', 'After', 'Around', 'ChangeAndValidate']),
  handler: told(200),
});

/** `<file>.passport.json`, as `add` writes it. Strict: a passport with more in it was not written by this version. */
export const passportSchema = z.strictObject({
  formatVersion: z.literal(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  length: z.int().min(1),
  name: told(200),
  synonym: z.record(z.string().regex(LANGUAGE_CODE), told(1_000)),
  version: told(256),
  vendor: told(1_000),
  prefix: told(200),
  purpose: z.enum(['Patch', 'Customization', 'AddOn']),
  compatibilityMode: told(80),
  extensionCompatibilityMode: told(80),
  changesDataStructure: z.boolean(),
  objects: z.array(objectSchema).max(100_000),
  httpServices: z.array(httpServiceSchema).max(1_000),
  interceptions: z.array(interceptionSchema).max(100_000),
  defaultRoles: z.array(told(200)).max(1_000),
}) satisfies z.ZodType<Passport>;
