import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { FormError, NO_OWNER, readFormDescriptor, readFormOwner, type FormOwner } from '../../form/index.ts';
import { fileSize, listFiles } from '../../disk/files.ts';
import { readBounded } from '../session/read-bounded.ts';

/** Bytes of one XML file or module. */
const MAX_SOURCE_BYTES = 32 * 1024 * 1024;

/** Where every form of a Designer dump has its XML. */
const FORM_FILE = '/Ext/Form.xml';

const SKIPPED = /(^|\/)(\.git|node_modules)\//;

/** What a folder holds of both sides; paths are relative to it, with `/`. */
export interface FormFiles {
  /** Every `Form.xml` of a Designer dump. */
  readonly forms: readonly string[];
  readonly binaries: readonly string[];
}

/** Finds the forms and the binaries in a folder, in the order of their paths. Links are not followed. */
export async function findFormFiles(folder: string): Promise<FormFiles> {
  const files = (await listFiles(folder)).filter((file) => !SKIPPED.test(file));
  return {
    forms: files.filter((file) => file.endsWith(FORM_FILE)),
    binaries: files.filter((file) => /\.(cfe|epf|erf|cf)$/i.test(file)),
  };
}

/** A form with everything that is written into its record. */
export interface FormSources {
  readonly uuid: string;
  readonly xml: string;
  readonly module: string;
  readonly owner: FormOwner;
}

/**
 * Reads the sources of a form; `undefined` where the XML beside it does not say which form it is.
 *
 * @throws {FormError} `xml-unreadable`, `xml-too-large`
 */
export async function readFormSources(folder: string, form: string): Promise<FormSources | undefined> {
  const own = form.slice(0, -FORM_FILE.length);
  const about = await textOf(path.join(folder, `${own}.xml`));
  const descriptor = about === undefined ? undefined : readFormDescriptor(about);
  if (descriptor === undefined) return undefined;
  return {
    uuid: descriptor.uuid,
    xml: (await textOf(path.join(folder, form))) ?? '',
    module: (await textOf(path.join(folder, own, 'Ext/Form/Module.bsl'))) ?? '',
    owner: await ownerOf(folder, own, descriptor.name),
  };
}

/** The object that lists the form: in the XML named as its folder, or in one beside or above the folder of forms. */
async function ownerOf(folder: string, form: string, name: string): Promise<FormOwner> {
  const object = path.posix.dirname(path.posix.dirname(form));
  const nearby = [...(await xmlIn(folder, object)), ...(await xmlIn(folder, path.posix.dirname(object)))];
  for (const file of [`${object}.xml`, ...nearby]) {
    const text = await textOf(path.join(folder, file));
    if (text === undefined) continue;
    const owner = readable(() => readFormOwner(text));
    if (owner?.forms.has(name)) return owner;
  }
  return NO_OWNER;
}

async function xmlIn(folder: string, below: string): Promise<readonly string[]> {
  const names = await readdir(path.join(folder, below)).catch(() => []);
  return names
    .filter((name) => name.endsWith('.xml'))
    .toSorted()
    .map((name) => path.posix.join(below, name));
}

/** What cannot be read beside a form says nothing about it. */
function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof FormError) return undefined;
    throw error;
  }
}

async function textOf(file: string): Promise<string | undefined> {
  if ((await fileSize(file)) === undefined) return undefined;
  return new TextDecoder('utf-8').decode(await readBounded(file, MAX_SOURCE_BYTES));
}
