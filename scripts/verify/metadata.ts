import { canonicalJson } from './canonical-json.ts';
import { sha256Hex } from './digest.ts';

/**
 * Shapes of TUF metadata as they stand on the wire (TUF 1.0.34, section 4), in the spelling of the wire, so that
 * `canonicalJson(signed)` of such a value is what gets signed. Objects whose names come from strangers are Maps.
 * Members that are not described here are legal everywhere: readers ignore them, signatures cover them.
 */

/** The version of TUF that we follow and write. Readers accept every 1.x (section 4.3, SPEC_VERSION). */
export const SPEC_VERSION = '1.0.34';

/** Roles that the root names (section 4.3, ROLE). */
export type TopLevelRole = 'root' | 'timestamp' | 'snapshot' | 'targets';

/** The top-level roles, in the order in which a client meets them. */
export const TOP_LEVEL_ROLES: readonly TopLevelRole[] = ['root', 'timestamp', 'snapshot', 'targets'];

/** A public key (section 4.2). Which pairs of type and scheme mean anything is the scheme table's business. */
export interface Key {
  readonly keytype: string;
  readonly scheme: string;
  readonly keyval: { readonly public: string };
}

/** A signature over `canonicalJson(signed)` (section 4.2). */
export interface Signature {
  readonly keyid: string;
  /** Hex digits; empty in a file that still waits for this signer. */
  readonly sig: string;
}

/** What every role signs. */
export interface Signed {
  readonly spec_version: string;
  /** At least 1. */
  readonly version: number;
  /** `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly expires: string;
}

/** Whose signatures a role needs, and how many distinct keys must give one. */
export interface Role {
  readonly keyids: readonly string[];
  /** At least 1. */
  readonly threshold: number;
}

/** `root.json` (section 4.3). */
export interface Root extends Signed {
  readonly _type: 'root';
  /** Absent means false. */
  readonly consistent_snapshot?: boolean;
  readonly keys: ReadonlyMap<string, Key>;
  readonly roles: Readonly<Record<TopLevelRole, Role>>;
}

/** Digests in lower-case hex, by name of the algorithm (section 4.4, HASHES). */
export type Hashes = ReadonlyMap<string, string>;

/** What one metadata file says of another (section 4.4, METAFILES). */
export interface MetaFile {
  readonly version: number;
  readonly length?: number;
  readonly hashes?: Hashes;
}

/**
 * Signed hint about one extension: newest version by channel, and beside the channels `criticalBelow` (a version)
 * and `withdrawn` (a list of versions). See `formats.md`, section 3.
 */
export type Head = ReadonlyMap<string, string | readonly string[]>;

/** `timestamp.json` (section 4.6) with the extra members of our profile (`formats.md`, section 3). */
export interface Timestamp extends Signed {
  readonly _type: 'timestamp';
  /** Only `snapshot.json`. */
  readonly meta: ReadonlyMap<string, MetaFile>;
  /** When it was signed, `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly 'x-issued'?: string;
  /** Newest version of the root. */
  readonly 'x-root'?: number;
  /** Newest versions by extension id; left out in large repositories. */
  readonly 'x-heads'?: ReadonlyMap<string, Head>;
}

/** `snapshot.json` (section 4.4). */
export interface Snapshot extends Signed {
  readonly _type: 'snapshot';
  /** By file name: `targets.json`, `<role>.json`. */
  readonly meta: ReadonlyMap<string, MetaFile>;
}

/** What a targets file says of one target (section 4.5, TARGETS). */
export interface TargetFile {
  readonly length: number;
  readonly hashes: Hashes;
}

/** A role that a targets file delegates to (section 4.5, DELEGATIONS). Has `paths` or `path_hash_prefixes`, not both. */
export interface DelegatedRole extends Role {
  readonly name: string;
  /** Nobody after this role is asked about the paths that it is trusted with. */
  readonly terminating: boolean;
  readonly paths?: readonly string[];
  readonly path_hash_prefixes?: readonly string[];
}

/** Hash bins in constant size (TAP 15): 2^bit_length roles `<name_prefix>-<number in hex>`, none of them terminating. */
export interface SuccinctRoles extends Role {
  /** 1 to 32. */
  readonly bit_length: number;
  readonly name_prefix: string;
}

/** Whom a targets file trusts with which paths. Has `roles` or `succinct_roles`, not both. */
export interface Delegations {
  readonly keys: ReadonlyMap<string, Key>;
  readonly roles?: readonly DelegatedRole[];
  readonly succinct_roles?: SuccinctRoles;
}

/** `targets.json` and the files of delegated roles (section 4.5). */
export interface Targets extends Signed {
  readonly _type: 'targets';
  readonly targets: ReadonlyMap<string, TargetFile>;
  readonly delegations?: Delegations;
}

/**
 * Identifier of a key: hex SHA-256 of its canonical JSON, all its members included (section 4.2). Our repositories name
 * keys so; readers take any name, because thresholds count keys and not names (TAP 12).
 */
export const keyIdOf = (key: Key): Promise<string> => sha256Hex(canonicalJson(key));
