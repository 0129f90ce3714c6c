import type { ExtensionHead, ReleaseDocument } from '../model/documents.ts';
import type { Environment } from '../model/environment.ts';
import type { Importance, Rollout } from '../model/release.ts';
import type { Reason } from './offer.ts';

/** Places of one infobase in the rollouts of releases, by `rolloutKey`. */
export type RolloutPositions = ReadonlyMap<string, number>;

/** What a place in a rollout depends on, besides the infobase. */
export const rolloutKey = (id: string, version: string): string => `${id}\n${version}`;

/**
 * Place of an infobase in the rollout of one release: the first 32 bits of SHA-256(`<installation id>` + `\n` +
 * `<id>` + `\n` + `<version>`) as a fraction of 2^32, times 100 (`formats.md`, section 4). At least 0 and below 100,
 * and for each release another, so that the same customers are not always the first.
 */
export async function rolloutPosition(installationId: string, id: string, version: string): Promise<number> {
  const text = new TextEncoder().encode(`${installationId}\n${rolloutKey(id, version)}`);
  const digest = await crypto.subtle.digest('SHA-256', text);
  return (new DataView(digest).getUint32(0) / 2 ** 32) * 100;
}

/** The places that deciding about these extensions will ask for. None for an infobase without an installation id. */
export async function rolloutPositions(
  extensions: readonly (ExtensionHead & { readonly releases: readonly ReleaseDocument[] })[],
  { installationId }: Pick<Environment, 'installationId'>,
): Promise<RolloutPositions> {
  if (installationId === undefined) return new Map();
  const staged = extensions.flatMap(({ id, releases }) =>
    releases.filter(isStaged).map(({ version }) => ({ id, version })),
  );
  const positions = staged.map(async ({ id, version }): Promise<[string, number]> => {
    return [rolloutKey(id, version), await rolloutPosition(installationId, id, version)];
  });
  return new Map(await Promise.all(positions));
}

/** Whether somebody may have to wait for the release. Nobody waits for a critical one, or for a full rollout. */
export const isStaged = ({
  importance,
  rollout,
}: {
  readonly importance?: Importance;
  readonly rollout?: Rollout;
}): boolean =>
  importance !== 'critical' && rollout !== undefined && (rollout.percent < 100 || rollout.pausedAt !== null);

/**
 * Why an infobase waits for a release; `undefined` when it does not. A paused rollout takes nobody new, and an
 * infobase without a place waits for every rollout. A person who asks waits for none, a paused one included.
 */
export function refuseRollout(
  release: Pick<ReleaseDocument, 'version' | 'importance' | 'rollout'>,
  position: number | undefined,
  { byHand }: Pick<Environment, 'byHand'>,
): Reason | undefined {
  const { version, rollout } = release;
  if (byHand || rollout === undefined || !isStaged(release)) return undefined;
  const { percent, pausedAt } = rollout;
  if (pausedAt === null && position !== undefined && position < percent) return undefined;
  const paused = pausedAt === null ? {} : { pausedAt };
  return { code: 'rollout-waiting', args: { release: version, percent: String(percent), ...paused } };
}
