import type { Field } from './field.ts';
import { TOP_LEVEL_ROLES } from './metadata.ts';
import type { DelegatedRole, Delegations, SuccinctRoles, TargetFile, Targets } from './metadata.ts';
import { parseCommon } from './parse-envelope.ts';
import { parseKeys, parseRole } from './parse-role.ts';
import { parseHashes } from './parse-snapshot.ts';
import { metadataFileName } from './repository-path.ts';

/** `signed` of `targets.json` and of delegated roles (TUF 1.0.34, section 4.5). */
export function parseTargets(signed: Field): Targets {
  const delegations = signed.optional('delegations');
  return {
    ...parseCommon(signed, 'targets'),
    targets: signed.member('targets').map(parseTargetFile),
    ...(delegations === undefined ? {} : { delegations: parseDelegations(delegations) }),
  };
}

const parseTargetFile = (field: Field): TargetFile => ({
  length: field.member('length').integer(0),
  hashes: parseHashes(field.member('hashes')),
});

function parseDelegations(field: Field): Delegations {
  const keys = parseKeys(field.member('keys'));
  const succinct = field.optional('succinct_roles');
  if (succinct === undefined) return { keys, roles: parseDelegatedRoles(field.member('roles')) };
  if (field.optional('roles') !== undefined) throw field.refuse('roles or succinct_roles, not both');
  return { keys, succinct_roles: parseSuccinctRoles(succinct) };
}

function parseDelegatedRoles(field: Field): readonly DelegatedRole[] {
  const roles = field.items().map(parseDelegatedRole);
  if (new Set(roles.map(({ name }) => name)).size !== roles.length) throw field.refuse('distinct names');
  return roles;
}

function parseDelegatedRole(field: Field): DelegatedRole {
  const paths = parseTexts(field.optional('paths'));
  const prefixes = parseTexts(field.optional('path_hash_prefixes'));
  if (paths !== undefined && prefixes !== undefined) {
    throw field.refuse('paths or path_hash_prefixes, not both');
  }
  return {
    ...parseRole(field),
    name: parseRoleName(field.member('name')),
    // The example of the specification leaves it out.
    terminating: field.optional('terminating')?.boolean() ?? false,
    ...(paths === undefined ? {} : { paths }),
    ...(prefixes === undefined ? {} : { path_hash_prefixes: prefixes }),
  };
}

/** Bytes that a file name may have nearly everywhere are 255; a store may add some of its own. */
const MAX_FILE_NAME = 200;

const isLongName = (name: string): boolean => metadataFileName(name).length > MAX_FILE_NAME;

function parseRoleName(field: Field): string {
  const name = field.text();
  // A delegated `root` would be stored over the real one; so would `Root`, on the disks of Windows and macOS.
  const taken = TOP_LEVEL_ROLES.some((role) => role === name.toLowerCase());
  if (name === '' || taken || isLongName(name)) throw field.refuse('name of a delegated role');
  return name;
}

function parseSuccinctRoles(field: Field): SuccinctRoles {
  const bitLength = field.member('bit_length');
  const bits = bitLength.integer(1);
  if (bits > 32) throw bitLength.refuse('integer <= 32');
  const prefix = field.member('name_prefix');
  // The longest name of a bin: `-` and eight digits behind the prefix.
  if (isLongName(`${prefix.text()}-00000000`)) throw prefix.refuse('prefix of a role name');
  return { ...parseRole(field), bit_length: bits, name_prefix: prefix.text() };
}

const parseTexts = (field: Field | undefined): readonly string[] | undefined =>
  field?.items().map((item) => item.text());
