import path from 'node:path';
import { CfeError, openElements } from '../../cfe/index.ts';
import { isFolder } from '../../disk/files.ts';
import {
  compareForm,
  FormError,
  NO_OWNER,
  readBinaryOwner,
  type Comparison,
  type FormOwner,
} from '../../form/index.ts';
import { forTerminal, wordError } from '../../wording/index.ts';
import { readArtifact } from '../inspect/read-artifact.ts';
import { EXIT, WrongUse } from '../session/exit-code.ts';
import { withProgress } from '../session/progress.ts';
import type { Session } from '../session/session.ts';
import type { FormCounts } from './form-counts.ts';
import { findFormFiles, readFormSources, type FormSources } from './form-files.ts';

/** Options of `vypusk forms compare`. */
export interface CompareOptions {
  readonly json?: true;
}

/** One form, the binary that comes nearest to it, and what the comparison told. */
interface Row {
  readonly form: string;
  readonly binary: string;
  readonly comparison: Comparison;
}

/** What could be read of a folder. */
interface Compared {
  readonly rows: readonly Row[];
  readonly unpaired: readonly string[];
  readonly unreadable: readonly { readonly file: string; readonly error: CfeError }[];
}

/** Compares every form of a folder with the binaries in it; a difference makes the status 1, a refusal does not. */
export async function compareForms(named: string, options: CompareOptions, session: Session): Promise<void> {
  const { world, text } = session;
  const folder = path.resolve(world.cwd, named);
  if (!(await isFolder(folder))) throw new WrongUse(text.configuration.noFolder(named));
  const compared = await compareFolder(folder, session);
  if (compared.rows.length === 0 && compared.unreadable.length === 0)
    throw new WrongUse(text.forms.noPairs(named));
  const counts = countsOf(compared);
  world.out(options.json ? jsonOf(compared, counts, session) : textOf(compared, counts, session));
  session.finish(counts.differs > 0 ? EXIT.problems : EXIT.fine);
}

async function compareFolder(folder: string, session: Session): Promise<Compared> {
  const { forms, binaries } = await findFormFiles(folder);
  const rows: Row[] = [];
  const unpaired: string[] = [];
  const { holders, unreadable } = await holdersOf(folder, binaries, session);
  await withProgress(session.text.forms.comparing, session, async (step) => {
    for (const [index, form] of forms.entries()) {
      step(index, forms.length);
      const row = await compareOne(folder, form, holders, session);
      if (row === undefined) unpaired.push(form);
      else rows.push(row);
    }
  });
  return { rows, unpaired, unreadable };
}

/** Which binaries hold an element of that name. Only names are kept: a folder may have many large files. */
async function holdersOf(
  folder: string,
  binaries: readonly string[],
  session: Session,
): Promise<{ holders: ReadonlyMap<string, readonly string[]>; unreadable: Compared['unreadable'] }> {
  const holders = new Map<string, string[]>();
  const unreadable: { file: string; error: CfeError }[] = [];
  for (const file of binaries) {
    try {
      const elements = openElements(await readArtifact(path.join(folder, file), file, session));
      for (const name of elements.names()) holders.set(name, [...(holders.get(name) ?? []), file]);
    } catch (error) {
      if (!(error instanceof CfeError)) throw error;
      unreadable.push({ file, error });
    }
  }
  return { holders, unreadable };
}

/** Of several binaries that hold the form the nearest one is told: a folder may keep many releases. */
async function compareOne(
  folder: string,
  form: string,
  holders: ReadonlyMap<string, readonly string[]>,
  session: Session,
): Promise<Row | undefined> {
  const sources = await sourcesOf(folder, form);
  if (sources === undefined) return undefined;
  const element = `${sources.uuid}.0`;
  let nearest: Row | undefined;
  for (const binary of holders.get(element) ?? []) {
    const bytes = await readArtifact(path.join(folder, binary), binary, session);
    const row = { form, binary, comparison: compareWith(sources, bytes, element) };
    if (nearest === undefined || rankOf(row) < rankOf(nearest)) nearest = row;
    if (row.comparison.verdict === 'equal') break;
  }
  return nearest;
}

async function sourcesOf(folder: string, form: string): Promise<FormSources | undefined> {
  try {
    return await readFormSources(folder, form);
  } catch (error) {
    if (error instanceof FormError) return undefined;
    throw error;
  }
}

function compareWith(sources: FormSources, bytes: Uint8Array, element: string): Comparison {
  try {
    const elements = openElements(bytes);
    const owner = sources.owner === NO_OWNER ? binaryOwner(elements) : sources.owner;
    return compareForm({ ...sources, owner }, elements.bytes(element));
  } catch (error) {
    if (error instanceof CfeError) return { verdict: 'refused', error };
    throw error;
  }
}

/** What the root of an external data processor says; other files have their roots elsewhere. */
function binaryOwner(elements: ReturnType<typeof openElements>): FormOwner {
  if (!elements.has('root')) return NO_OWNER;
  const uuid = /^\uFEFF?\{2,([0-9a-f-]{36}),/.exec(
    new TextDecoder('utf-8').decode(elements.bytes('root')),
  )?.[1];
  return uuid === undefined || !elements.has(uuid) ? NO_OWNER : readBinaryOwner(elements.bytes(uuid));
}

function rankOf({ comparison }: Row): number {
  if (comparison.verdict === 'equal') return 0;
  return comparison.verdict === 'differs' ? comparison.places.length : Infinity;
}

function countsOf({ rows, unpaired }: Compared): FormCounts {
  const counts: FormCounts = { equal: 0, differs: 0, refused: 0, unpaired: unpaired.length };
  for (const { comparison } of rows) counts[comparison.verdict] += 1;
  return counts;
}

/** A refusal in the reader's language. */
const messageOf = (error: FormError | CfeError, { locale }: Session): string =>
  wordError(error, locale)?.message ?? error.code;

function textOf({ rows, unreadable }: Compared, counts: FormCounts, session: Session): string {
  const { forms } = session.text;
  return [
    ...unreadable.map(({ file, error }) =>
      forms.unreadable(forTerminal(file), forTerminal(messageOf(error, session))),
    ),
    ...rows.map(({ form, binary, comparison }) =>
      forms.row(verdictOf(comparison, session), forTerminal(form), forTerminal(binary)),
    ),
    forms.counts(counts),
  ].join('');
}

function verdictOf(comparison: Comparison, session: Session): string {
  if (comparison.verdict === 'equal') return 'equal';
  if (comparison.verdict === 'differs') return `differs ${comparison.places.length}`;
  const { error } = comparison;
  return `refused ${error.code}: ${forTerminal(messageOf(error, session))}`;
}

/** Places of a difference that are told to programs. */
const SHOWN_PLACES = 20;

function jsonOf({ rows, unpaired, unreadable }: Compared, counts: FormCounts, session: Session): string {
  const refusal = (error: FormError | CfeError): object => ({
    ...error.coded,
    message: messageOf(error, session),
  });
  const forms = rows.map(({ form, binary, comparison }) => {
    const row = { form, binary, verdict: comparison.verdict };
    if (comparison.verdict === 'refused') return { ...row, ...refusal(comparison.error) };
    if (comparison.verdict === 'equal') return row;
    const places = comparison.places.slice(0, SHOWN_PLACES).map((place) => place.join('/'));
    return { ...row, differences: comparison.places.length, places };
  });
  const broken = unreadable.map(({ file, error }) => ({ file, ...refusal(error) }));
  return `${JSON.stringify({ forms, counts, unpaired, unreadable: broken }, null, 2)}\n`;
}
