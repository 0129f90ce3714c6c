import { settings } from 'virtual:vypusk/settings';
import { directoryFiles } from '../../scripts/source/index.ts';
import { readPublication } from './read-publication.ts';

/** The releases' folder, for what is read only when a page needs it. */
export const releaseFiles = directoryFiles(settings.releases);

/** What this build of the site shows; read once, before the first page. */
export const publication = await readPublication({
  releases: releaseFiles,
  trust: directoryFiles(settings.trust),
});
