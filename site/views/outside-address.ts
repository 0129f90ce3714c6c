/**
 * An address that a vendor wrote, when a page may link to it: absolute, `https:` or `http:`, without a user name.
 * Anything else (`javascript:`, `data:`, `//host`) is not an address for us.
 */
export function outsideAddress(written: string | undefined): string | undefined {
  if (written === undefined || !URL.canParse(written)) return undefined;
  const address = new URL(written);
  const allowed = address.protocol === 'https:' || address.protocol === 'http:';
  return allowed && address.username === '' && address.password === '' ? address.href : undefined;
}
