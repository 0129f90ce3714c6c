import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeExtension } from '../../scripts/cfe/index.ts';
import { priceTags } from '../../scripts/demo/price-tags.ts';
import { openMaster, sealMaster } from '../../scripts/licensing/secrets-file.ts';
import { vendorSecrets, type VendorSecrets } from '../../scripts/licensing/vendor-secrets.ts';
import { openKeyFile, sealKeyFile } from '../../scripts/signing/key-file.ts';
import { fakeRandom } from '../licensing/vendor.ts';
import { commandLine, type Outcome } from './command-line.ts';
import { NOW, vendor, type Vendor } from './vendor.ts';

/** Passphrase of everything that a seller keeps. */
export const PASSPHRASE = 'a passphrase of the tests';

/** Somebody who sells an extension `tags-pro` for the products `tags` and `suite`. */
export interface Seller extends Vendor {
  /** Runs a command in English at a day, with the seller's secret at hand. */
  readonly sell: (argv: readonly string[], day?: string) => Promise<Outcome>;
  /** Issues a licence and gives its key and id. */
  readonly issue: (argv: readonly string[]) => Promise<{ readonly key: string; readonly id: string }>;
  /** Adds a release of `tags-pro`, dated, and gives the open `.cfe`. */
  readonly release: (version: string, date: string, products: readonly string[]) => Promise<Buffer>;
  readonly build: () => Promise<Outcome>;
  /** Asks as an infobase that trusts the root alone; state and files in the folder `client`. */
  readonly client: (argv: readonly string[]) => Promise<Outcome>;
  readonly secrets: () => Promise<VendorSecrets>;
  readonly file: (name: string) => string;
}

const INFOBASE = [
  ...['--configuration', 'БухгалтерияПредприятия', '--configuration-version', '3.0.171.9'],
  ...['--platform', '8.3.24.1761', '--now', NOW],
];

/** Makes a seller who has published the demonstration and sells nothing yet but has products. */
export async function seller(): Promise<Seller> {
  const shop = await vendor();
  const file = (name: string): string => path.join(shop.folder, name);
  const environment = { VYPUSK_LANG: 'en', VYPUSK_PASSPHRASE: PASSPHRASE, VYPUSK_SECRETS: '../secret.json' };
  const sell = (argv: readonly string[], day = NOW): Promise<Outcome> =>
    commandLine(argv, { cwd: file('checkout'), environment, now: () => new Date(day) });
  await mkdir(file('checkout'));
  await rename(file('releases'), file('checkout/releases'));
  await succeed(sell(['keys', 'init', '--keys', '../keys', '--now', NOW]));
  await succeed(sell(['license', 'init']));
  await makeCheap(file);
  await succeed(sell(['product', 'add', 'tags', '--title', 'Ценники', '--title-en', 'Price tags']));
  await succeed(sell(['product', 'add', 'suite', '--title', 'Всё сразу']));
  return {
    ...shop,
    file,
    sell,
    issue: async (argv) => {
      const { out } = await succeed(
        sell(['license', 'issue', '--licensee', 'ООО «Лютик»', '--json', ...argv]),
      );
      return JSON.parse(out) as { key: string; id: string };
    },
    release: (version, date, products) => addRelease({ version, date, products }, { file, sell }),
    // As in CI: nothing of what the vendor keeps for licences is at hand.
    build: () =>
      commandLine(['build', '--keys', '../keys', '--no-site', '--now', NOW], {
        cwd: file('checkout'),
        environment: { VYPUSK_LANG: 'en', VYPUSK_PASSPHRASE: PASSPHRASE },
      }),
    client: async (argv) => {
      const [command = '', ...rest] = argv;
      const trust = ['--trust', '../checkout/releases/trust/1.root.json', '--state', 'state'];
      await mkdir(file('client'), { recursive: true });
      const world = { cwd: file('client'), environment: { VYPUSK_LANG: 'en' } };
      return commandLine(['client', command, ...trust, ...INFOBASE, ...rest], world);
    },
    secrets: async () =>
      vendorSecrets(await openMaster(new Uint8Array(await readFile(file('secret.json'))), PASSPHRASE)),
  };
}

/** Opening a secret takes half a second on purpose; these tests open hundreds. */
async function makeCheap(file: Seller['file']): Promise<void> {
  const lock = { passphrase: PASSPHRASE, random: fakeRandom('locks'), cost: { n: 1024, r: 8, p: 1 } };
  const master = await openMaster(new Uint8Array(await readFile(file('secret.json'))), PASSPHRASE);
  await writeFile(file('secret.json'), await sealMaster(master, lock));
  for (const name of ['keys/publishing.key.json', 'keys/timestamp.key.json'].map(file)) {
    const seed = await openKeyFile(new Uint8Array(await readFile(name)), PASSPHRASE);
    await writeFile(name, await sealKeyFile({ seed, ...lock }));
  }
}

interface NewRelease {
  readonly version: string;
  readonly date: string;
  readonly products: readonly string[];
}

async function addRelease(
  { version, date, products }: NewRelease,
  { file, sell }: Pick<Seller, 'file' | 'sell'>,
): Promise<Buffer> {
  const description = { ...priceTags('1.0.1.5'), name: 'РомашкаЦенникиПро', version };
  const clear = Buffer.from(await writeExtension(description));
  await mkdir(file('files'), { recursive: true });
  await writeFile(file('files/tags.cfe'), clear);
  await succeed(
    sell([
      ...['add', '../files/tags.cfe', '--extension', 'tags-pro', '--date', date],
      ...[
        '--configuration',
        'БухгалтерияПредприятия=>=3.0',
        '--title',
        'Ценники Про',
        '--summary',
        'Ценники.',
      ],
      ...['--notes', `Версия ${version}`, '--notes-en', `Version ${version}`],
      ...products.flatMap((product) => ['--product', product]),
    ]),
  );
  const eula = file('checkout/releases/extensions/tags-pro/eula.ru.md');
  if (!(await exists(eula))) await writeFile(eula, 'Можно пользоваться.\n');
  const english = file('checkout/releases/extensions/tags-pro/eula.en.md');
  if (!(await exists(english))) await writeFile(english, 'Use it.\n');
  return clear;
}

/** Whether there is anything at a path. */
export const exists = (place: string): Promise<boolean> =>
  stat(place).then(
    () => true,
    () => false,
  );

/** The outcome of a command that must succeed. */
export async function succeed(running: Promise<Outcome>): Promise<Outcome> {
  const outcome = await running;
  if (outcome.code !== 0) throw new Error(`${outcome.err}${outcome.out}`);
  return outcome;
}
