import type { APIRoute } from 'astro';
import { publication, releaseFiles } from '../../../../publication/index.ts';
import {
  MAX_PICTURE_BYTES,
  releasePictures,
  type ReleasePicture,
} from '../../../../publication/release-pictures.ts';

/** Pictures of release notes, published beside the page of their release. */
export const getStaticPaths = async () =>
  (await releasePictures(publication.extensions, releaseFiles)).map((picture) => ({
    params: { id: picture.id, version: picture.version, path: picture.path },
    props: picture,
  }));

export const GET: APIRoute<ReleasePicture> = async ({ props }) => {
  const folder = publication.extensions
    .find(({ document }) => document.id === props.id)
    ?.releases.get(props.version)?.folder;
  const bytes = await releaseFiles.read(`${folder ?? ''}/${props.path}`, MAX_PICTURE_BYTES);
  return new Response(bytes);
};
