import type { Publication } from './publication.ts';

/** Pages are bundled and so have modules of their own; what both sides know is the process. */
const PLACE = Symbol.for('vypusk.publication');

/** Gives the publication to the pages of this process: reading it twice would take a tenth of the build. */
export function handOver(publication: Publication): void {
  Reflect.set(globalThis, PLACE, publication);
}

/** The publication that `astro.config.mjs` read. Throws when nothing was handed over. */
export function handedOver(): Publication {
  const publication: unknown = Reflect.get(globalThis, PLACE);
  if (!isPublication(publication)) throw new Error('nothing was handed over to the pages');
  return publication;
}

const isPublication = (value: unknown): value is Publication =>
  typeof value === 'object' && value !== null && 'catalog' in value && 'extensions' in value;
