/**
 * Whether a text has no half of a surrogate pair. Such halves have no UTF-8: an encoder writes U+FFFD for them, and two
 * texts would share one signature or one address. (`String.prototype.isWellFormed` is too young for the browsers of
 * Windows 7, which accountants still use.)
 */
export const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);
