import { CONFIGINFO, type ListedElement } from './configinfo.ts';
import type { ContainerEntry } from './container.ts';
import type { IntegrityFacts } from './facts.ts';
import { sha1Base64 } from './sha1.ts';
import type { CfeWarningCode, WarningLog } from './warning.ts';

/** Compares the integrity table with the stored bytes of the elements. Disagreement is reported, never refused. */
export async function checkIntegrity(
  listed: readonly ListedElement[],
  entries: ReadonlyMap<string, ContainerEntry>,
  log: WarningLog,
): Promise<IntegrityFacts> {
  const table = new Map(listed.map(({ name, sha1 }) => [name, sha1]));
  if (table.size < listed.length) log.add('integrity-repeated', { count: listed.length - table.size });
  const mismatches = await mismatchesIn([...table], entries);
  const unlisted = [...entries.keys()].filter((name) => name !== CONFIGINFO && !table.has(name));
  const missing = [...table.keys()].filter((name) => !entries.has(name));
  warnAbout(
    { 'integrity-mismatch': mismatches, 'integrity-unlisted': unlisted, 'integrity-missing': missing },
    log,
  );
  return { entries: listed.length, mismatches, unlisted, missing };
}

/** Elements that are hashed at the same time: waiting for each one alone takes longer than the hashing. */
const AT_ONCE = 128;

async function mismatchesIn(
  table: readonly (readonly [name: string, sha1: string])[],
  entries: ReadonlyMap<string, ContainerEntry>,
): Promise<readonly string[]> {
  const mismatches: string[] = [];
  for (let from = 0; from < table.length; from += AT_ONCE) {
    const batch = table.slice(from, from + AT_ONCE).map(async ([name, sha1]) => {
      const entry = entries.get(name);
      return entry === undefined || (await sha1Base64(entry.stored)) === sha1 ? [] : [name];
    });
    mismatches.push(...(await Promise.all(batch)).flat());
  }
  return mismatches;
}

type IntegrityWarning = Extract<
  CfeWarningCode,
  'integrity-mismatch' | 'integrity-unlisted' | 'integrity-missing'
>;

function warnAbout(names: Readonly<Record<IntegrityWarning, readonly string[]>>, log: WarningLog): void {
  for (const element of names['integrity-mismatch']) log.add('integrity-mismatch', { element });
  for (const element of names['integrity-unlisted']) log.add('integrity-unlisted', { element });
  for (const element of names['integrity-missing']) log.add('integrity-missing', { element });
}
