import type { StatisticsText } from './statistics.ru.ts';

/** What `statistics` says, in English. */
export const STATISTICS_EN: StatisticsText = {
  help: {
    summary: 'count downloads without a server; who downloaded is not kept',
    logs: 'count downloads in access logs into releases/statistics.json (whole days, each once)',
    files: 'logs in the common, combined or S3 format, also .gz; all logs of the days that are over at once',
    source: 'name of the logs where there are several servers: each has its own days',
    prefix: 'path of the public address in the log (default: from publisher.yaml)',
    now: 'the moment to count to, ISO 8601 (default: the clock); a day that is not over is not counted',
    github: 'add what the counters of files in GitHub releases have grown by (needs GITHUB_TOKEN)',
    repository: 'repository on GitHub, owner/name',
  },
  unreadable: (file) => `${file} is no statistics of Vypusk; remove it or bring the former one back`,
  tooMany: (limit) => `the logs have more than ${limit} different clients: count smaller parts, day by day`,
  counted: (downloads, through) =>
    through === undefined ? 'No new days.\n' : `Downloads: ${downloads}, counted through ${through}.\n`,
  lines: ({ counted, before, unfinished, other, unreadable }) =>
    `Lines: downloads ${counted}, days counted before ${before}, unfinished day ${unfinished}, other ${other}, not understood ${unreadable}.\n`,
};
