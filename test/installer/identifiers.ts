import { createHash } from 'node:crypto';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { archiveOf } from '../license/archives.ts';
import { InfobaseData, type JsValue } from '../onec/index.ts';
import {
  demoMigration,
  fillObjects,
  identifier,
  MigrationBase,
  objectTables,
  put,
  rowsOf,
  sourceTable,
  TARGET,
  targetTable,
} from './migration-base.ts';

/** The document of the demo publisher's migration. */
export const document: JsValue = await demoMigration();

/** An infobase with the older module and its identifiers. */
export function oldBase(count: number): MigrationBase {
  const tables = [...objectTables(), sourceTable()];
  fillObjects(tables, count);
  const [, , source] = tables;
  for (let number = 0; source && number < count; number += 1) put(source, identifier(number));
  return new MigrationBase(document, new InfobaseData(tables));
}

/** What is special about an infobase with the extension. */
export interface NewBase {
  readonly objects?: number;
  readonly touch?: InfobaseData['touch'];
  readonly denied?: readonly string[];
  readonly document?: JsValue;
}

/** An infobase with the extension and no identifiers. */
export function newBase(given: NewBase = {}): MigrationBase {
  const tables = [...objectTables(), targetTable()];
  fillObjects(tables, given.objects ?? 0);
  const { touch, denied = [] } = given;
  return new MigrationBase(
    given.document ?? document,
    new InfobaseData(tables, { denied, ...(touch && { touch }) }),
  );
}

/** Rows of the extension's register. */
export const target = ({ infobase }: MigrationBase): string[] => {
  const table = infobase.table(TARGET);
  return table ? rowsOf(table) : [];
};
/** Rows that should be there. */
export const expectedRows = (count: number): string[] => {
  const table = targetTable();
  for (let number = 0; number < count; number += 1) put(table, identifier(number));
  return rowsOf(table);
};

/** The lines of an archive. */
export async function linesOf(archive: Uint8Array): Promise<string[]> {
  const [entry] = await new ZipReader(new Uint8ArrayReader(archive)).getEntries();
  if (!entry || entry.directory) throw new Error('no entry');
  const bytes = await entry.getData(new Uint8ArrayWriter());
  return new TextDecoder().decode(bytes).split('\n');
}

/** An archive of lines with a true hash at the end, as a stranger might write one. */
export function forged(lines: readonly (string | Buffer)[], hash?: string): Promise<Uint8Array> {
  const body = Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from('\n')]));
  const sum = hash ?? createHash('sha256').update(body).digest('hex');
  const bytes = Buffer.concat([body, Buffer.from(`{"sha256":"${sum}"}\n`)]);
  return archiveOf({ name: 'identifiers.jsonl', bytes: Uint8Array.from(bytes), options: {} });
}

/** How many identifiers the small file holds. */
export const SMALL = 20;
/** A small file. */
export const { archive: small } = oldBase(SMALL).unload();
const [first = '', ...rest] = await linesOf(small);
/** Header of the small file. */
export const header: string = first;
/** What stands below it: rows, the hash, nothing. */
export const below: readonly string[] = rest;
/** Rows of the small file. */
export const rows: readonly string[] = rest.slice(0, SMALL);

/** The header with other members. */
export const withHeader = (change: Readonly<Record<string, unknown>>): string => {
  const members: unknown = JSON.parse(header);
  return JSON.stringify({ ...(typeof members === 'object' ? members : {}), ...change });
};
