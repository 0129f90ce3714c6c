import { benchBuilding } from './bench-building.ts';
import { benchChecking } from './bench-checking.ts';
import { benchClient } from './bench-client.ts';
import { benchLicenses } from './bench-licenses.ts';
import { benchReading } from './bench-reading.ts';
import { benchSite } from './bench-site.ts';

/** Benchmarks by name; `npm run bench -- reading client` runs some of them. */
const BENCHES: ReadonlyMap<string, () => AsyncGenerator<string>> = new Map([
  ['reading', benchReading],
  ['building-1000', () => benchBuilding(1_000)],
  ['building-10000', () => benchBuilding(10_000)],
  ['checking-1000', () => benchChecking(1_000)],
  ['checking-10000', () => benchChecking(10_000)],
  ['checking-100000', () => benchChecking(100_000)],
  ['site-100', () => benchSite(100)],
  ['site-1000', () => benchSite(1_000)],
  ['site-5000', () => benchSite(5_000)],
  ['licenses-10000', () => benchLicenses(10_000)],
  ['client', () => benchClient([1, 50, 500, 10_000])],
]);

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !BENCHES.has(name));
if (unknown.length > 0) {
  process.stderr.write(`${unknown.join(', ')}: known are ${[...BENCHES.keys()].join(', ')}\n`);
  process.exitCode = 2;
} else {
  for (const name of asked.length > 0 ? asked : BENCHES.keys()) {
    for await (const line of BENCHES.get(name)?.() ?? []) process.stdout.write(line);
  }
}
