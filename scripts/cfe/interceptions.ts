import type { Interception, InterceptionKind } from '../model/passport.ts';
import { methodAnnotations } from './bsl-annotations.ts';
import { MAX_INTERCEPTIONS } from './limits.ts';
import type { WarningLog } from './warning.ts';

/** Annotations by their Russian and English names; 1C does not tell case apart. */
const KINDS: ReadonlyMap<string, InterceptionKind> = new Map([
  ['перед', 'Before'],
  ['before', 'Before'],
  ['после', 'After'],
  ['after', 'After'],
  ['вместо', 'Around'],
  ['around', 'Around'],
  ['изменениеиконтроль', 'ChangeAndValidate'],
  ['changeandvalidate', 'ChangeAndValidate'],
]);

const ANY_OF_THEM = new RegExp(`&\\s*(?:${[...KINDS.keys()].join('|')})`, 'iu');

/** Collects the interceptions of a file, module by module. */
export class InterceptionLog {
  readonly #log: WarningLog;
  readonly #interceptions: Interception[] = [];

  constructor(log: WarningLog) {
    this.#log = log;
  }

  /** Looks through the text of one module. */
  add(module: string, text: string): void {
    if (!ANY_OF_THEM.test(text)) return;
    for (const { name, argument, method } of methodAnnotations(text)) {
      const kind = KINDS.get(name);
      if (kind === undefined || this.#interceptions.length >= MAX_INTERCEPTIONS) continue;
      if (method === undefined) this.#log.add('interception-without-handler', { module, method: argument });
      else this.#interceptions.push({ module, method: argument, kind, handler: method });
    }
  }

  /** Everything found, in the order of modules and of the text. */
  list(): readonly Interception[] {
    return this.#interceptions;
  }
}
