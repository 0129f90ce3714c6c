import type { PublishText } from './publish.ru.ts';

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);

/** What `publish` says, in English. */
export const PUBLISH_EN: PublishText = {
  summary: 'put what was built where people get it from: a web server’s folder or an S3 bucket',
  folder: 'built folder',
  to: 'where to: a folder, or s3://bucket/prefix?endpoint=https://…&region=… (default: the variable VYPUSK_DESTINATION; key in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY)',
  dryRun: 'show the plan and change nothing',
  now: 'the moment from which retention counts, ISO 8601 (default: the clock)',
  nowhere: 'say where to publish: --to or the variable VYPUSK_DESTINATION',
  nested: '--to may neither lie in the built folder nor contain it',
  reading: 'Reading',
  comparing: 'Comparing',
  publishing: 'Publishing',
  stages: {
    files: 'Files of releases',
    documents: 'Documents',
    snapshot: 'Snapshot: first of the metadata, it claims the number of the publication',
    metadata: 'Metadata',
    roots: 'Roots',
    timestamp: 'Timestamp: from here on clients see the publication',
    records: 'Licences and agreements',
    site: 'Site: all but the pages',
    pages: 'Pages',
  },
  deleted: 'Deleted at the end',
  staying: 'Stays for now, although the folder no longer has it',
  until: {
    day: (day) => `not before ${day}`,
    newest: 'while it is one of the last publications',
    byHand: 'files of releases are deleted by hand',
  },
  planned: ({ uploads, deletions, unchanged, bytes }) =>
    `Plan: write ${uploads} (${megabytes(bytes)} MB), delete ${deletions}, in place already ${unchanged}. Nothing was changed.\n`,
  published: ({ uploaded, deleted, unchanged, bytes }) =>
    `Published: ${uploaded} written (${megabytes(bytes)} MB), ${deleted} deleted, ${unchanged} were in place already.\n`,
};
