import { handedOver } from './handed-over.ts';

/** What this build of the site shows; read once, before the first page. */
export const publication = handedOver();
