import { settings } from 'virtual:vypusk/settings';
import type { APIRoute } from 'astro';
import { publication } from '../publication/index.ts';
import { badgePaths } from '../routes/badge-paths.ts';
import { feedPaths } from '../routes/feed-paths.ts';

/** Files for programs beside the pages for people: feeds and badges. A build prints them (`press/`). */
export const getStaticPaths = () =>
  import.meta.env.DEV
    ? [
        ...feedPaths(publication, { origin: settings.site, base: settings.base }),
        ...badgePaths(publication, settings.base),
      ]
    : [];

export const GET: APIRoute<{ text: string; type: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': props.type } });
