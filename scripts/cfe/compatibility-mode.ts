/** Packed compatibility modes of 8.3 and newer: `8MMNN` in decimal. */
const PACKED = /^8(\d{2})(\d{2})$/;

/**
 * A compatibility mode as dumps spell it: `80324` is `Version8_3_24`, `0` is `DontUse`. What is not known comes out as
 * `raw:N` (8.2 numbers its modes by another list).
 */
export function compatibilityMode(code: string): string {
  const [, edition, release] = PACKED.exec(code) ?? [];
  if (edition !== undefined && release !== undefined) return `Version8_${Number(edition)}_${Number(release)}`;
  return code === '0' ? 'DontUse' : `raw:${code}`;
}

/** The packed code of a mode as dumps spell it; `undefined` for anything but `Version8_N_N`. */
export function compatibilityCode(mode: string): string | undefined {
  const [, edition, release] = /^Version8_(\d{1,2})_(\d{1,2})$/.exec(mode) ?? [];
  if (edition === undefined || release === undefined) return undefined;
  return `8${edition.padStart(2, '0')}${release.padStart(2, '0')}`;
}
