import path from 'node:path';
import { readBatch, type BatchProblem } from '../../licensing/batch.ts';
import { issueLicense, type LicenseRequest } from '../../licensing/issue-license.ts';
import type { LicenseEntry } from '../../licensing/license-entry.ts';
import type { VendorSecrets } from '../../licensing/vendor-secrets.ts';
import { forTerminal } from '../../wording/index.ts';
import { EXIT } from '../session/exit-code.ts';
import { writeWhole } from '../../disk/files.ts';
import { readBounded } from '../session/read-bounded.ts';
import { startProgress } from '../session/progress.ts';
import type { Session } from '../session/session.ts';
import { requireSecretPlace } from '../keys/secret-place.ts';
import { licensesCsv } from './license-report.ts';
import type { ShopOptions } from './options.ts';
import { writeLicense } from './register.ts';
import { openSecrets } from './secrets.ts';
import { shopOf, type Shop } from './shop.ts';

/** Options of `license import`. */
export interface ImportOptions extends ShopOptions {
  readonly out: string;
}

/** Bytes of a table: a hundred thousand customers. */
const MAX_TABLE_BYTES = 32 * 1024 * 1024;

/** Licences that are made at once: deriving a password takes a thread for a millisecond. */
const AT_ONCE = 8;

/** `vypusk license import`: a licence for every line of a table, or for none when a line is wrong. */
export async function importLicenses(table: string, options: ImportOptions, session: Session): Promise<void> {
  const { world, text } = session;
  const shop = await shopOf(options, session);
  const out = path.resolve(world.cwd, options.out);
  await requireSecretPlace(out, session);
  const products = (shop.licensing?.products ?? []).map(({ id }) => id);
  const written = textOf(await readBounded(path.resolve(world.cwd, table), MAX_TABLE_BYTES));
  const { requests, problems } = readBatch(written, { products, today: shop.today });
  if (problems.length > 0) {
    reportProblems(table, problems, session);
    return;
  }
  const secrets = await openSecrets(options, shop.licensing, session);
  const licenses = await issueAll(requests, shop, session);
  // Before the first record: whatever interrupts the rest, no key is lost.
  await writeWhole(out, licensesCsv(licenses, 'with-keys'), { mode: 0o600 });
  await writeAll(licenses, { shop, secrets }, session);
  const done = { count: licenses.length, file: path.relative(world.cwd, out) };
  world.out(options.json ? `${JSON.stringify(done, null, 2)}\n` : text.license.imported(done));
  if (!options.json) world.out(text.license.next(path.posix.join(options.releases, 'licenses')));
  session.finish(EXIT.fine);
}

/** Spreadsheets of Russian systems save tables in their old encoding unless they are told otherwise. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}

function reportProblems(table: string, problems: readonly BatchProblem[], session: Session): void {
  const { world, text } = session;
  for (const { code, line, args } of problems) {
    world.err(text.license.line(table, line, forTerminal(text.license.batch[code](args))));
  }
  world.err(text.license.nothingIssued);
  session.finish(EXIT.problems);
}

async function issueAll(
  requests: readonly LicenseRequest[],
  { prefix, today }: Shop,
  { world }: Session,
): Promise<readonly LicenseEntry[]> {
  const licenses: LicenseEntry[] = [];
  for (const request of requests) {
    licenses.push(await issueLicense(request, { prefix, today, random: world.random }));
  }
  return licenses;
}

async function writeAll(
  licenses: readonly LicenseEntry[],
  { shop, secrets }: { readonly shop: Shop; readonly secrets: VendorSecrets },
  { world, text }: Session,
): Promise<void> {
  const progress = startProgress(text.license.importing, world);
  for (let done = 0; done < licenses.length; done += AT_ONCE) {
    progress.step(done, licenses.length);
    const some = licenses.slice(done, done + AT_ONCE);
    await Promise.all(
      some.map((license) => writeLicense(license, { root: shop.root, secrets, random: world.random })),
    );
  }
  progress.end();
}
