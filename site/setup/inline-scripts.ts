import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const INLINE = /<script is:inline[^>]*>([\s\S]*?)<\/script>/g;

/**
 * CSP hashes (`'sha256-…'`) of the scripts that Starlight writes into every page (theme without a flash, shortcut of
 * the search box, position of the sidebar). They are read from the installed package and never from built pages:
 * hashing what a page contains would bless whatever got into it.
 *
 * @param components folder of Starlight's components
 */
export function inlineScriptHashes(components: string): readonly string[] {
  return readdirSync(components)
    .filter((file) => file.endsWith('.astro'))
    .sort()
    .flatMap((file) => inlineScripts(readFileSync(path.join(components, file), 'utf8')))
    .map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
}

/** Bodies of `<script is:inline>` in the source of an Astro component; the compiler passes them on unchanged. */
export const inlineScripts = (source: string): readonly string[] =>
  [...source.matchAll(INLINE)].map(([, script = '']) => script);
