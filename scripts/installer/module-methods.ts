import { bslTokens, lineAt, meaningful, type BslModule, type BslToken } from './bsl-tokens.ts';
import { InstallerError } from './error.ts';

const BEGINNINGS = new Set(['процедура', 'функция', 'procedure', 'function']);
const ENDINGS = new Set(['конецпроцедуры', 'конецфункции', 'endprocedure', 'endfunction']);
const VARIABLE = new Set(['перем', 'var']);

/**
 * Names of the methods of a module, as written, in their order. Throws `module-variable`: joined modules would share
 * their variables.
 */
export function methodNames(module: BslModule): readonly string[] {
  const names: string[] = [];
  let isInside = false;
  const tokens = meaningful(bslTokens(module));
  for (const [at, token] of tokens.entries()) {
    const word = keywordAt(tokens, at);
    if (VARIABLE.has(word) && !isInside) {
      throw new InstallerError('module-variable', {
        module: module.name,
        line: lineAt(module.text, token.start),
      });
    }
    if (BEGINNINGS.has(word)) {
      isInside = true;
      names.push(tokens[at + 1]?.text ?? '');
    } else if (ENDINGS.has(word)) isInside = false;
  }
  return names;
}

/** The word at a place in lower case; nothing where it is a field, which may be spelled like a keyword. */
function keywordAt(tokens: readonly BslToken[], at: number): string {
  const token = tokens[at];
  return token?.kind === 'word' && tokens[at - 1]?.text !== '.' ? token.text.toLowerCase() : '';
}

/** Throws `method-repeated` where two modules have a method of the same name, in any case. */
export function requireDistinctMethods(modules: readonly BslModule[]): void {
  const owners = new Map<string, string>();
  for (const module of modules) {
    for (const method of methodNames(module)) {
      const key = method.toLowerCase();
      const owner = owners.get(key);
      if (owner !== undefined) {
        throw new InstallerError('method-repeated', { method, modules: [owner, module.name] });
      }
      owners.set(key, module.name);
    }
  }
}
