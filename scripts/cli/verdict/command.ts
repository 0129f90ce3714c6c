import path from 'node:path';
import { touchedShape, type TouchedShape } from '../../compatibility/fingerprint.ts';
import { judge, type Run } from '../../compatibility/judge.ts';
import { readTouch, touchedPaths, type Touch } from '../../compatibility/touch.ts';
import { forTerminal } from '../../wording/index.ts';
import { wordFinding } from '../../wording/word-finding.ts';
import type { CommandDefinition } from '../session/command-definition.ts';
import { WrongUse } from '../session/exit-code.ts';
import { startProgress } from '../session/progress.ts';
import { readArtifact } from '../inspect/read-artifact.ts';
import type { Session } from '../session/session.ts';
import { fingerprintFolder, knownVersions, readFingerprint } from '../configuration/fingerprint-store.ts';
import { textHash } from '../configuration/text-hash.ts';

interface VerdictOptions {
  readonly fingerprints: string;
  readonly name: string;
  readonly baseline?: string;
  readonly json?: true;
}

/** `vypusk verdict FILE.cfe`: what each known version of a configuration means for an extension. */
export const verdictCommand: CommandDefinition = (program, session) => {
  const { help } = session.text.configuration;
  program
    .command('verdict')
    .description(help.verdict)
    .argument('<file.cfe>', help.file)
    .requiredOption('--name <name>', help.name)
    .option('--fingerprints <dir>', help.fingerprints, 'fingerprints')
    .option('--baseline <version>', help.baseline)
    .option('--json', session.text.help.json)
    .action((file: string, options: VerdictOptions) => verdict(file, options, session));
};

async function verdict(file: string, options: VerdictOptions, session: Session): Promise<void> {
  const { world, text } = session;
  const folder = fingerprintFolder(options.fingerprints, options.name, session);
  const versions = await knownVersions(folder);
  if (versions.length === 0)
    throw new WrongUse(text.configuration.noFingerprints(options.name, options.fingerprints));
  if (options.baseline !== undefined && !versions.includes(options.baseline))
    throw new WrongUse(text.configuration.noBaseline(options.baseline, versions));
  const bytes = await readArtifact(path.resolve(world.cwd, file), file, session);
  const touch = await readTouch(bytes, textHash);
  if (touch === undefined) throw new WrongUse(text.configuration.noExtension(file));
  const runs = judge(touch, await shapesOf(touch, folder, session), options.baseline);
  if (options.json) world.out(`${JSON.stringify({ runs }, null, 2)}\n`);
  else world.out(runsText(runs, session));
}

/** What the extension touches in every version; one fingerprint at a time is in memory. */
async function shapesOf(touch: Touch, folder: string, session: Session): Promise<readonly TouchedShape[]> {
  const paths = touchedPaths(touch);
  const versions = await knownVersions(folder);
  const progress = startProgress(session.text.message.reading, session.world);
  const shapes: TouchedShape[] = [];
  for (const version of versions) {
    progress.step(shapes.length, versions.length);
    shapes.push(touchedShape(await readFingerprint(folder, version, session), paths));
  }
  progress.end();
  return shapes;
}

function runsText(runs: readonly Run[], { text, locale }: Session): string {
  const { configuration } = text;
  const lines = runs.flatMap(({ from, to, verdict: found, findings }) => [
    `${from === to ? from : `${from} – ${to}`}: ${configuration.verdicts[found]}`,
    ...findings.map((finding) => `  ${finding.code}: ${forTerminal(wordFinding(finding, locale))}`),
  ]);
  return `${[...lines, configuration.promise].join('\n')}\n`;
}
