/**
 * The content security policy of every page: nothing from other hosts, no inline scripts but the given ones, no
 * plug-ins, no forms, no `<base>`. Style attributes are allowed (highlighted code has them), style elements only by
 * file. WebAssembly is how the search works. `frame-ancestors` cannot stand in a page; hosting may add it as a header.
 */
export const contentSecurityPolicy = (scriptHashes: readonly string[]): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' ${scriptHashes.join(' ')}`.trimEnd(),
    "style-src-elem 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ');
