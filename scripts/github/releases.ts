import { openGithub, type Repository } from './api.ts';

/** A file of a release on GitHub. All of it is a stranger's word but the number. */
export interface ReleaseAsset {
  readonly id: number;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Lower-case hex, where GitHub computed it (files since 2025). */
  readonly sha256?: string;
  /** Address of the file for everybody. */
  readonly url: string;
  /** How often it was downloaded, ever. */
  readonly downloads: number;
}

/** A published release on GitHub. */
export interface GithubRelease {
  readonly tag: string;
  readonly body: string;
  /** ISO 8601. */
  readonly publishedAt: string;
  readonly isPrerelease: boolean;
  readonly assets: readonly ReleaseAsset[];
}

/** Pages of a hundred releases that are read: no more than GitHub itself lists. */
const MAX_PAGES = 10;

/** Published releases of a repository, newest first; drafts are left out. Throws `GithubError`. */
export async function listReleases(repository: Repository): Promise<readonly GithubRelease[]> {
  const { owner, repo } = repository;
  const call = openGithub(repository);
  const releases: GithubRelease[] = [];
  for (let page = 1; page <= MAX_PAGES; page++) {
    const { data } = await call('list-releases', (octokit) =>
      octokit.rest.repos.listReleases({ owner, repo, per_page: 100, page }),
    );
    releases.push(...data.filter(({ draft }) => !draft).map(releaseOf));
    if (data.length < 100) break;
  }
  return releases;
}

interface Listed {
  readonly tag_name: string;
  readonly body?: string | null;
  readonly published_at: string | null;
  readonly created_at: string;
  readonly prerelease: boolean;
  readonly assets: readonly ListedAsset[];
}

interface ListedAsset {
  readonly id: number;
  readonly name: string;
  readonly size: number;
  readonly browser_download_url: string;
  readonly download_count: number;
  readonly digest?: string | null;
}

const releaseOf = ({
  tag_name,
  body,
  published_at,
  created_at,
  prerelease,
  assets,
}: Listed): GithubRelease => ({
  tag: tag_name,
  body: body ?? '',
  publishedAt: published_at ?? created_at,
  isPrerelease: prerelease,
  assets: assets.map(assetOf),
});

function assetOf({
  id,
  name,
  size,
  browser_download_url,
  download_count,
  digest,
}: ListedAsset): ReleaseAsset {
  const sha256 = /^sha256:([0-9a-f]{64})$/.exec(digest ?? '')?.[1];
  return {
    id,
    name,
    size,
    url: browser_download_url,
    downloads: download_count,
    ...(sha256 !== undefined && { sha256 }),
  };
}
