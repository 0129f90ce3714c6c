/**
 * Shapes of the published documents (`formats.md`, section 2), as they stand in JSON. Versions and ranges are texts
 * here: the wire has one border, and `decide/` parses what it needs. Everything is additive: unknown members are
 * ignored by readers, and a change of meaning raises `formatVersion`.
 */
export const FORMAT_VERSION = 1;
