import type { FastCheck } from '../../verify/fast-check.ts';
import type { ExtensionHint } from '../../verify/heads.ts';
import type { TrustedRepository } from '../../verify/trusted-repository.ts';
import type { Session } from '../session/session.ts';

/** `client check --json`: the answer of the fast check, and whether a full refresh followed and held. */
export const checkJson = (answer: FastCheck, repository: TrustedRepository | undefined): string =>
  JSON.stringify(
    {
      ...plainAnswer(answer),
      ...(repository && {
        refreshed: { expires: repository.timestamp.signed.expires, versions: versionsOf(repository) },
      }),
    },
    null,
    2,
  );

/** The same for a person. */
export function checkText(
  answer: FastCheck,
  repository: TrustedRepository | undefined,
  { text }: Session,
): string {
  const { message } = text;
  if (repository !== undefined) return message.refreshed(versionsOf(repository).timestamp);
  switch (answer.kind) {
    case 'current':
      return message.current(answer.timestamp.expires);
    case 'expired':
      return message.expired(answer.timestamp.expires);
    case 'clock-behind':
      return message.clockBehind(answer.now, answer.signed);
    case 'unreachable':
      return message.unreachable(answer.cause.code);
    case 'refresh-needed':
      return message.refreshNeeded(answer.reason);
  }
}

const versionsOf = ({
  root,
  timestamp,
  snapshot,
  targets,
}: TrustedRepository): Readonly<Record<string, number>> & {
  readonly timestamp: number;
} => ({
  root: root.signed.version,
  timestamp: timestamp.signed.version,
  snapshot: snapshot.signed.version,
  targets: targets.signed.version,
});

/** JSON knows no maps and must not show the insides of an error. */
function plainAnswer(answer: FastCheck): object {
  if (!('timestamp' in answer)) return answer;
  const { hints, ...timestamp } = answer.timestamp;
  const shown = { ...timestamp, ...(hints && { hints: Object.fromEntries([...hints].map(plainHint)) }) };
  return {
    ...answer,
    timestamp: shown,
    ...(answer.kind === 'unreachable' && { cause: answer.cause.code }),
  };
}

const plainHint = ([id, { latest, ...hint }]: readonly [string, ExtensionHint]): readonly [
  string,
  object,
] => [id, { latest: Object.fromEntries(latest), ...hint }];
