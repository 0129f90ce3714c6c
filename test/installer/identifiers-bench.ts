/**
 * What unloading and loading cost on the bench:
 * `node --expose-gc --max-old-space-size=9000 test/installer/identifiers-bench.ts 100000 1000000`. Times are those of the bench, not of the platform; operations and what is held at once are those of the modules.
 */
import { rmSync } from 'node:fs';
import { InfobaseData } from '../onec/index.ts';
import { data } from './program.ts';
import {
  demoMigration,
  fillObjects,
  identifier,
  MigrationBase,
  objectTables,
  put,
  rowsOf,
  SOURCE,
  sourceTable,
  TARGET,
  targetTable,
} from './migration-base.ts';
import { sandbox } from './sandbox.ts';
import { membersOf } from './values.ts';

const document = await demoMigration();
const MIB = 1024 * 1024;

function oldBase(count: number): MigrationBase {
  const source = sourceTable();
  for (let number = 0; number < count; number += 1) put(source, identifier(number));
  return new MigrationBase(document, new InfobaseData([...objectTables(), source]));
}

function newBase(count: number): MigrationBase {
  const tables = [...objectTables(), targetTable()];
  fillObjects(tables, count);
  return new MigrationBase(document, new InfobaseData(tables));
}

interface Step {
  readonly title: string;
  readonly rows: number;
  readonly base: MigrationBase;
}

/** Runs a step and tells time, operations for a row, and heap above what was there before, at its highest. */
function measured<T>({ title, rows, base }: Step, run: (look: () => void) => T): T {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  let highest = before;
  const { counter } = base.program.server;
  const operations = counter.total;
  const start = performance.now();
  let looks = 0;
  const result = run(() => {
    looks += 1;
    if (looks % 10 !== 0) return;
    globalThis.gc?.();
    highest = Math.max(highest, process.memoryUsage().heapUsed);
  });
  const seconds = (performance.now() - start) / 1000;
  const each = ((counter.total - operations) / rows).toFixed(0);
  const heap = ((highest - before) / MIB).toFixed(0);
  process.stdout.write(
    `${title.padEnd(28)}${String(rows).padStart(9)} rows ${seconds.toFixed(1).padStart(7)} s `,
  );
  process.stdout.write(`${each.padStart(5)} operations/row ${heap.padStart(6)} MiB held above the start\n`);
  return result;
}

for (const count of process.argv.slice(2).map(Number)) {
  const old = oldBase(count);
  const archive = measured({ title: 'unload', rows: count, base: old }, () => old.unload().archive);
  process.stdout.write(`archive: ${(archive.length / MIB).toFixed(1)} MiB\n`);
  const base = newBase(count);
  const loading = { rows: count, base };
  let state = measured({ title: 'check the file', ...loading }, () =>
    membersOf(base.call('НачатьЗагрузку', [data(archive), document, 'crm-objects', false])),
  );
  for (const title of ['load', 'load once more']) {
    state = measured({ title, ...loading }, (look) => {
      let now = title === 'load' ? state : base.begin(archive);
      while (now['Закончена'] !== true) {
        now = base.go(now, 10);
        look();
      }
      base.end(now);
      return now;
    });
    process.stdout.write(
      `${JSON.stringify(state['Итоги'], (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value))}\n`,
    );
  }
  const [from, to] = [old.infobase.table(SOURCE), base.infobase.table(TARGET)];
  const same =
    from && to && count <= 100_000
      ? rowsOf(from).join() === rowsOf(to).join()
      : from?.rows.size === to?.rows.size;
  process.stdout.write(`${same ? 'the same rows' : 'OTHER ROWS'}, `);
  process.stdout.write(`at most ${base.infobase.largestTransaction} writes in a transaction\n\n`);
}
rmSync(sandbox, { recursive: true, force: true });
