import { atomAt, quotedAt, type BraceNode } from './brace-node.ts';
import type { Elements } from './elements.ts';
import { CfeError } from './error.ts';
import { readContainedModule, type ModuleText } from './module-text.ts';
import type { WarningLog } from './warning.ts';

/** Body of a form: element `<form uuid>.0`. */
export interface FormBody {
  readonly formKind: 'managed' | 'ordinary';
  /** First numbers of a managed form's body, which tell its format; empty for ordinary ones. */
  readonly outer: string;
  readonly marker: string;
  readonly module: ModuleText;
}

/**
 * Reads the body of a form: managed ones are one brace text whose third member is the module, ordinary ones a
 * container of `form` and `module`. `undefined` when there is no body, or when it is in a format that nobody knows.
 */
export function readForm(elements: Elements, uuid: string, log: WarningLog): FormBody | undefined {
  const element = `${uuid}.0`;
  if (!elements.has(element)) return undefined;
  const bytes = elements.bytes(element);
  const module = readContainedModule(bytes, elements.work);
  if (module !== undefined) return { formKind: 'ordinary', outer: '', marker: '', module };
  const body = managedBody(() => elements.brace(element, bytes));
  const text = quotedAt(body, 2);
  if (text === undefined) {
    log.add('element-unreadable', { element });
    return undefined;
  }
  return {
    formKind: 'managed',
    outer: atomAt(body, 0),
    marker: atomAt(body, 1, 0),
    module: formModule(text),
  };
}

const formModule = (text: string): ModuleText => ({
  text,
  stored: 'form',
  protected: false,
  bytes: new TextEncoder().encode(text).length,
});

/** A body that is no brace text belongs to a form of an unknown sort; one that breaks a limit is refused. */
function managedBody(parse: () => readonly BraceNode[]): BraceNode | undefined {
  try {
    return parse()[0];
  } catch (error) {
    if (error instanceof CfeError && error.code === 'brace-syntax') return undefined;
    throw error;
  }
}
