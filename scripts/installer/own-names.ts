import { InstallerError } from './error.ts';
import type { DumpFile } from './xml-slot.ts';

/** Prefix of own objects in the checked-in dump; assembly puts the vendor's in its place. */
export const DUMP_PREFIX = 'Префикс';

/** Longest name of an object (platform-1c.md, section 9). */
const LONGEST_NAME = 80;

const PREFIX = /^[A-Za-zА-Яа-я_][A-Za-zА-Яа-я_0-9]{0,29}$/;

/** Names that begin with the prefix: what `Configuration.xml` lists, and the extension itself. */
const OWN = /<(?:Name|[A-Z][A-Za-z]+)>(Префикс[\p{L}\p{N}_]+)<\//gu;

/** Throws `prefix-invalid` unless names in 1C can begin with the prefix. «ё» is not used in names. */
export function requirePrefix(prefix: string): void {
  if (!PREFIX.test(prefix)) throw new InstallerError('prefix-invalid', { prefix });
}

/**
 * A dump whose own objects have the vendor's prefix, in names of files too. Only whole names that the configuration
 * lists are touched, so `ПрефиксЛицензий` of the core stays. Throws `prefix-invalid`, `name-too-long`.
 */
export function withPrefix(dump: readonly DumpFile[], prefix: string): readonly DumpFile[] {
  requirePrefix(prefix);
  const configuration = dump.find(({ path }) => path === 'Configuration.xml')?.text ?? '';
  const renamed = new Map<string, string>();
  for (const [, name = ''] of configuration.matchAll(OWN)) {
    renamed.set(name, requireShort(prefix + name.slice(DUMP_PREFIX.length)));
  }
  const rename = (text: string): string =>
    text.replace(/[\p{L}_][\p{L}\p{N}_]*/gu, (word) => renamed.get(word) ?? word);
  return dump.map(({ path, text }) => ({ path: rename(path), text: rename(text) }));
}

function requireShort(name: string): string {
  if (name.length > LONGEST_NAME) throw new InstallerError('name-too-long', { name, limit: LONGEST_NAME });
  return name;
}
