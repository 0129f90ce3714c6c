import { hashMethod, type HashedMethod, type TextHash } from '../bsl/hashed-method.ts';
import { methodsOf, type Method } from '../bsl/methods.ts';
import { readV8File, type AdoptedFacts } from '../cfe/index.ts';
import type { Interception } from '../model/passport.ts';

/** A method of the configuration that the extension intercepts, and the method that does it. */
export interface TouchedMethod extends Interception {
  /** The extension's method, hashed; of «ИзменениеИКонтроль» the hashes are of the base's text inside it. */
  readonly own: HashedMethod;
}

/** All that an extension takes from its configuration. */
export interface Touch {
  readonly extensionCompatibilityMode: string;
  readonly adopted: readonly AdoptedFacts[];
  readonly methods: readonly TouchedMethod[];
  /** Modules whose text cannot be read: whatever they touch is not known. */
  readonly protectedModules: readonly string[];
}

/**
 * What a `.cfe` touches. `undefined` when the file is no extension.
 *
 * @throws {CfeError} when the file breaks a rule or a limit of the format
 */
export async function readTouch(bytes: Uint8Array, hash: TextHash): Promise<Touch | undefined> {
  const handlers = new Map<string, HashedMethod>();
  const facts = await readV8File(bytes, undefined, (module, text) => {
    for (const method of methodsOf(text)) {
      if (!intercepts(method)) continue;
      handlers.set(handlerKey(module, method.name), hashMethod(method, text, hash));
    }
  });
  if (facts.type !== 'ConfigurationExtension') return undefined;
  return {
    extensionCompatibilityMode: facts.extensionCompatibilityMode,
    adopted: facts.adopted,
    methods: facts.interceptions.flatMap((interception) => {
      const own = handlers.get(handlerKey(interception.module, interception.handler));
      return own === undefined ? [] : [{ ...interception, own }];
    }),
    protectedModules: facts.modules.filter((module) => module.protected).map(({ path }) => path),
  };
}

const intercepts = ({ annotations }: Method): boolean =>
  annotations.some(({ argument }) => argument !== undefined);

const handlerKey = (module: string, method: string): string => `${module}.${method}`.toLowerCase();

/** Paths that have to be looked up in a fingerprint, in lower case. */
export const touchedPaths = ({
  adopted,
  methods,
}: Touch): { readonly objects: ReadonlySet<string>; readonly modules: ReadonlySet<string> } => ({
  objects: new Set(adopted.map(({ kind, name }) => `${kind}.${name}`.toLowerCase())),
  modules: new Set(methods.map(({ module }) => module.toLowerCase())),
});
