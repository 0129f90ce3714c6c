import type { Command } from 'commander';
import type { Session } from '../session/session.ts';
import { repeatable } from '../session/repeatable.ts';

/** Options of every client command. */
export interface ClientOptions {
  /** Address of the repository; or a bundle. */
  readonly url?: string;
  readonly bundle?: string;
  readonly trust: string;
  readonly state: string;
  readonly now?: string;
  readonly json?: true;
}

/** Options that describe an infobase. */
export interface InfobaseOptions extends ClientOptions {
  readonly configuration: string;
  readonly configurationVersion: string;
  readonly platform: string;
  readonly ssl?: string;
  readonly channel?: string;
  readonly untested?: true;
  readonly installed: readonly string[];
  /** Subsystems and objects of the infobase, as `ПолноеИмя()` spells them. */
  readonly present: readonly string[];
  readonly installationId?: string;
  /** Key, or file with a key or a licence. */
  readonly license?: string;
}

/** Options of `client get`. */
export interface GetOptions extends InfobaseOptions {
  readonly extension: string;
  readonly version?: string;
  /** The file is to be adapted: one that is made for another configuration will do. */
  readonly adapt?: true;
  readonly out: string;
}

/** Adds what every client command needs: where the repository is, what is trusted, what is remembered. */
export function withRepository(command: Command, { text }: Session): Command {
  const { help } = text;
  return command
    .option('--url <address>', help.client.url)
    .option('--bundle <file>', help.client.bundle)
    .requiredOption('--trust <file>', help.client.trust)
    .requiredOption('--state <dir>', help.client.state)
    .option('--now <moment>', help.client.now)
    .option('--json', help.json);
}

/** Adds the description of an infobase. */
export function withInfobase(command: Command, { text }: Session): Command {
  const { help } = text;
  return command
    .requiredOption('--configuration <name>', help.client.configuration)
    .requiredOption('--configuration-version <version>', help.client.configurationVersion)
    .requiredOption('--platform <version>', help.client.platform)
    .option('--ssl <version>', help.client.ssl)
    .option('--channel <name>', help.client.channel)
    .option('--untested', help.client.untested)
    .option('--installed <name=version>', help.client.installed, repeatable, [])
    .option('--present <name>', help.client.present, repeatable, [])
    .option('--installation-id <uuid>', help.client.installationId)
    .option('--license <key|file>', help.client.license);
}
