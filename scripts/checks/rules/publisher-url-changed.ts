import type { Rule } from '../rule.ts';

/** Installers carry the address of the repository; the old one must go on answering. */
export const publisherUrlChanged: Rule<'publisher-url-changed'> = {
  code: 'publisher-url-changed',
  severity: 'warning',
  *check({ tree, previous }) {
    const is = tree.publisher.value.url;
    const was = previous?.publisher.value.url ?? is;
    if (was !== is) yield { place: tree.publisher.placeOf('url'), args: { was, is } };
  },
};
