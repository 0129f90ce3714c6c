import { listReleases } from '../../github/releases.ts';
import { addCounts } from '../../statistics/add-counts.ts';
import { readCounters } from '../../statistics/asset-counters.ts';
import { countedFiles } from '../../statistics/counted-file.ts';
import { WrongUse } from '../session/exit-code.ts';
import { repositoryOf } from '../github/repository-of.ts';
import { dayOf } from '../../model/day.ts';
import { momentOf } from '../session/moment.ts';
import type { Session } from '../session/session.ts';
import { readKept, writeKept } from './kept-statistics.ts';
import type { LogOptions } from './count-logs.ts';

/** Adds what the counters of GitHub's releases have grown by since the last time. Throws `GithubError`. */
export async function countGithub(
  repository: string,
  options: Pick<LogOptions, 'releases' | 'now' | 'dryRun'>,
  session: Session,
): Promise<void> {
  const { world, text } = session;
  if (!/^[\w-]+\/(?!\.)[\w.-]+$/.test(repository)) throw new WrongUse(text.submit.badRepository(repository));
  const kept = await readKept(options.releases, session);
  const environment = { ...world.environment, GITHUB_REPOSITORY: repository };
  const releases = await listReleases(repositoryOf({ ...world, environment }));
  const name = `github:${repository}`;
  const today = dayOf(momentOf(options.now, session));
  const { counts, counters } = readCounters(
    releases.flatMap(({ assets }) => assets),
    {
      files: countedFiles(kept.tree),
      before: kept.statistics.sources.find((one) => one.name === name),
      today,
    },
  );
  const statistics = addCounts(kept.statistics, { counts, source: { name, through: today, counters } });
  if (options.dryRun === undefined) await writeKept(kept, statistics);
  world.out(
    text.statistics.counted(
      counts.reduce((sum, { downloads }) => sum + downloads, 0),
      today,
    ),
  );
  if (options.dryRun) world.out(text.add.wouldWrite);
}
