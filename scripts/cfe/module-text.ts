import { decodeText, hasByteOrderMark } from './decode-text.ts';
import { CfeError } from './error.ts';
import type { ModuleFacts } from './facts.ts';
import { readNestedContainer } from './nested-container.ts';
import { WarningLog } from './warning.ts';
import type { WorkBudget } from './work-budget.ts';

/** Program text of a module and how it is stored. */
export interface ModuleText extends Pick<ModuleFacts, 'stored' | 'protected' | 'bytes'> {
  /** Empty when it cannot be read. */
  readonly text: string;
}

/** Documents that make a container one of a module: its text, its record, or compiled code (v8unpack). */
const TEXT_DOCUMENTS = ['text', 'module'];
const OTHER_DOCUMENTS = ['info', 'image', 'bin'];

/** Module in an inflated element: in a container, or the text itself. `undefined` when the element is no module. */
export function readModuleText(bytes: Uint8Array, work: WorkBudget): ModuleText | undefined {
  const contained = readContainedModule(bytes, work);
  if (contained !== undefined) return contained;
  const text = isText(bytes) ? decodeText(bytes).text : '{';
  return isBraceText(text) ? undefined : { text, stored: 'plain', protected: false, bytes: bytes.length };
}

/**
 * Module in a nested container of `info` and `text` (an ordinary form's: `form` and `module`). A container of compiled
 * code without readable text is a protected module. `undefined` when there is no such container.
 */
export function readContainedModule(bytes: Uint8Array, work: WorkBudget): ModuleText | undefined {
  const entries = readNestedContainer(bytes, new WarningLog(), work)?.entries;
  if (entries === undefined) return undefined;
  const document = TEXT_DOCUMENTS.map((name) => entries.get(name)).find((entry) => entry !== undefined);
  const length = document?.stored.length ?? 0;
  if (document !== undefined && isText(document.stored)) {
    return { text: decodeText(document.stored).text, stored: 'container', protected: false, bytes: length };
  }
  if (document === undefined && !OTHER_DOCUMENTS.some((name) => entries.has(name))) return undefined;
  return { text: '', stored: 'container', protected: true, bytes: length };
}

/**
 * As {@link readContainedModule}, for elements of which nobody knows that they are modules: a template may hold a
 * damaged container as its content, and that is no fault of the file.
 */
export function tryContainedModule(bytes: Uint8Array, work: WorkBudget): ModuleText | undefined {
  try {
    return readContainedModule(bytes, work);
  } catch (error) {
    if (error instanceof CfeError && error.code !== 'too-much-work') return undefined;
    throw error;
  }
}

/** Help, schedules and the like: no program begins with a brace. */
const isBraceText = (text: string): boolean => text.startsWith('{');

/** Program text has a byte order mark, or at least no control characters but tabs and line ends. */
const isText = (bytes: Uint8Array): boolean =>
  hasByteOrderMark(bytes) || bytes.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d));
