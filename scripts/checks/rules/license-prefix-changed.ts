import type { Rule } from '../rule.ts';

/** The prefix is the first part of every key that was sold, and goes into what the key opens (`formats.md`, section 5). */
export const licensePrefixChanged: Rule<'license-prefix-changed'> = {
  code: 'license-prefix-changed',
  severity: 'error',
  *check({ tree, previous }) {
    const is = tree.publisher.value.licensePrefix;
    const was = previous?.publisher.value.licensePrefix ?? is;
    if (was !== is) yield { place: tree.publisher.placeOf('licensePrefix'), args: { was, is } };
  },
};
