import type { Environment, InstalledExtension } from '../../model/environment.ts';
import { parseVersion, type Version } from '../../model/version.ts';
import { WrongUse } from '../session/exit-code.ts';
import type { Session } from '../session/session.ts';
import type { InfobaseOptions } from './options.ts';

/** The infobase that the options describe. A person asks, so staged rollout waits only where an id was given. */
export function environmentOf(options: InfobaseOptions, session: Session): Environment {
  const version = (option: string, text: string): Version => requireVersion(option, text, session);
  return {
    configuration: {
      name: options.configuration,
      version: version('--configuration-version', options.configurationVersion),
    },
    platform: version('--platform', options.platform),
    installed: options.installed.map((text) => installedExtension(text, session)),
    ...(options.present.length > 0 && { present: options.present }),
    channel: options.channel ?? '',
    showUntested: options.untested === true,
    byHand: options.installationId === undefined,
    basic: false,
    cloud: false,
    ...(options.ssl !== undefined && { ssl: version('--ssl', options.ssl) }),
    ...(options.installationId !== undefined && { installationId: options.installationId }),
  };
}

function requireVersion(option: string, text: string, session: Session): Version {
  const version = parseVersion(text);
  if (version === undefined) throw new WrongUse(session.text.message.badVersion(option, text));
  return version;
}

/** `InnerName=version`; the version may be anything that a real extension carries, an empty text included. */
function installedExtension(text: string, session: Session): InstalledExtension {
  const at = text.indexOf('=');
  if (at < 1) throw new WrongUse(session.text.message.badPair('--installed', text));
  return { name: text.slice(0, at), version: text.slice(at + 1) };
}
