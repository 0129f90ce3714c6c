/**
 * Addresses that notes may point at. Both patterns say what is allowed, never what is forbidden: `javascript:`,
 * `data:`, protocol-relative `//host`, addresses with control characters or spaces fall through by themselves.
 */
const LINK =
  /^(?:https?:\/\/[^\s\p{Cc}/?#@\\]+(?:[/?#][^\s\p{Cc}]*)?|mailto:[^\s\p{Cc}@:?]+@[^\s\p{Cc}@:?]+|#[^\s\p{Cc}]*)$/iu;

/** Letters of any language, digits, `.`, `_`, `-`; no percent escapes, because renderers decode them to paths. */
const IMAGE =
  /^(?:\.\/)?(?:[\p{L}\p{N}_-][\p{L}\p{N}._-]*\/)*[\p{L}\p{N}_-][\p{L}\p{N}._-]*\.(?:png|jpe?g|webp|gif|avif)$/iu;

/** Is it `https:`, `http:`, `mailto:` or a place on the same page (`#…`)? Names of users in addresses are refused. */
export const isLinkAddress = (url: string): boolean => LINK.test(url);

/** Is it a picture in the release's own folder? No `..`, no host, no scheme. */
export const isImageAddress = (url: string): boolean => IMAGE.test(url);
