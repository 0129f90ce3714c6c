import { bslTokens, lineAt, meaningful, type BslModule } from './bsl-tokens.ts';
import { InstallerError } from './error.ts';

/**
 * The text of a module without the names of the modules that it is joined with: `ВыпускВерсии.СравнитьВерсии(А, Б)`
 * becomes `СравнитьВерсии(А, Б)`. Texts and comments stay as they are. Throws `module-named-in-text` where a text names
 * a method of such a module, as background jobs do: nothing has that name after joining.
 */
export function unqualified(module: BslModule, joined: ReadonlySet<string>): string {
  const tokens = bslTokens(module);
  const words = meaningful(tokens);
  const dropped = new Set<number>();
  for (const [at, token] of words.entries()) {
    if (token.kind === 'text') requireNoName(module, token, joined);
    const isModule = token.kind === 'word' && joined.has(token.text.toLowerCase());
    const dot = words[at + 1];
    if (!isModule || dot?.text !== '.' || words[at - 1]?.text === '.') continue;
    dropped.add(token.start).add(dot.start);
  }
  return tokens.map(({ start, text }) => (dropped.has(start) ? '' : text)).join('');
}

function requireNoName(
  module: BslModule,
  { text, start }: { readonly text: string; readonly start: number },
  joined: ReadonlySet<string>,
): void {
  const [, name = ''] = /^"\s*([\p{L}_][\p{L}\p{N}_]*)\s*\./u.exec(text) ?? [];
  if (!joined.has(name.toLowerCase())) return;
  throw new InstallerError('module-named-in-text', {
    module: module.name,
    line: lineAt(module.text, start),
    name,
  });
}
