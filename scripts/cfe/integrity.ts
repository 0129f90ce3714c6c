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
  const mismatches: string[] = [];
  for (const [name, sha1] of table) {
    const entry = entries.get(name);
    if (entry !== undefined && (await sha1Base64(entry.stored)) !== sha1) mismatches.push(name);
  }
  const unlisted = [...entries.keys()].filter((name) => name !== CONFIGINFO && !table.has(name));
  const missing = [...table.keys()].filter((name) => !entries.has(name));
  warnAbout(
    { 'integrity-mismatch': mismatches, 'integrity-unlisted': unlisted, 'integrity-missing': missing },
    log,
  );
  return { entries: listed.length, mismatches, unlisted, missing };
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
