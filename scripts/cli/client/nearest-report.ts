import type { Adaptable } from '../../client/adaptable.ts';
import { inLocale } from '../../model/text.ts';
import { forTerminal, wordReason } from '../../wording/index.ts';
import type { Session } from '../session/session.ts';

/** A near extension as programs read it: codes and names, no sentences. */
export const nearestJson = (near: Adaptable): object => ({
  id: near.extension.id,
  name: near.extension.name,
  reason: near.reason,
  configurations: near.configurations,
  ...(near.shared.length > 0 && { subsystems: near.shared }),
  ...(near.chosen && {
    version: near.chosen.release.version,
    file: near.chosen.build.file,
    length: near.chosen.build.length,
    sha256: near.chosen.build.sha256,
  }),
  ...near.adapts,
  reasons: near.refusals,
});

/** Names that a line of a terminal shows; programs get all of them. */
const MAX_NAMES = 12;

/** A near extension for a person: why it is near, its file, and what a programmer will have to change. */
export function nearestText(near: Adaptable, { locale, text: { message } }: Session): string {
  const { extension, reason, configurations, shared, chosen, adapts, refusals } = near;
  const names = reason === 'subsystems' ? shared : configurations;
  const why = message.nearReason[reason](names.map(forTerminal).join(', '));
  const title = forTerminal(inLocale(extension.title, locale));
  return [
    `  ${extension.id}  ${title}  (${why})\n`,
    ...(chosen ? [message.nearFile(fileOf(chosen))] : []),
    ...refusals.map((refusal) => `    ${forTerminal(wordReason(refusal, locale).message)}\n`),
    ...(adapts ? [namesText(adapts.adopts, message.nearAdopts)] : []),
    ...(adapts ? [namesText(adapts.intercepts, message.nearIntercepts)] : []),
  ].join('');
}

const fileOf = ({ extension, release, build }: NonNullable<Adaptable['chosen']>) => ({
  id: extension,
  version: forTerminal(release.version),
  file: forTerminal(build.file),
  length: build.length,
});

function namesText(names: readonly string[], said: (names: string, more: number) => string): string {
  if (names.length === 0) return '';
  const shown = names.slice(0, MAX_NAMES).map(forTerminal);
  return said(shown.join(', '), names.length - shown.length);
}
