import type { ConfigurationExtension, ReleaseDocument } from '../../scripts/model/documents.ts';
import type { Environment } from '../../scripts/model/environment.ts';
import type { Release } from '../../scripts/model/release.ts';
import { parseVersion } from '../../scripts/model/version.ts';
import type { Version } from '../../scripts/model/version.ts';
import { parseRange } from '../../scripts/model/version-range.ts';
import type { VersionRange } from '../../scripts/model/version-range.ts';

/** A version that the test knows to be one. */
export function version(text: string): Version {
  const parsed = parseVersion(text);
  if (parsed === undefined) throw new Error(`not a version: ${text}`);
  return parsed;
}

/** A range that the test knows to be one. */
export function range(text: string): VersionRange {
  const parsed = parseRange(text);
  if (parsed === undefined) throw new Error(`not a range: ${text}`);
  return parsed;
}

/** An infobase with nothing installed. */
export const INFOBASE: Environment = {
  configuration: { name: 'БухгалтерияПредприятия', version: version('3.0.171.9') },
  platform: version('8.3.24.1467'),
  ssl: version('3.1.9.300'),
  installed: [],
  channel: 'stable',
  showUntested: false,
  byHand: false,
  basic: false,
  cloud: false,
};

/** A free extension without releases. */
export const EXTENSION: ConfigurationExtension = {
  id: 'crm-link',
  name: 'СвязьСCRM',
  title: { ru: 'Связь с CRM' },
  price: 'free',
  releases: [],
};

/** A stable release for every version of the infobase's configuration. */
export const release = (text: string, change: Partial<Release> = {}): Release => ({
  version: version(text),
  date: '2026-11-01',
  channel: 'stable',
  importance: 'normal',
  requires: {},
  install: { safeMode: true, dangerousActionsProtection: true, exclusive: 'auto', publish: [] },
  builds: [
    {
      file: 'a.cfe',
      urls: [],
      sha256: '',
      length: 1,
      configurations: [{ name: INFOBASE.configuration.name, version: range('*') }],
    },
  ],
  ...change,
});

/** The release as it is published, in the part that decisions read. */
export const documentOf = ({
  version: own,
  date,
  channel,
  importance,
  updateFrom,
  requires,
  rollout,
  withdrawn,
  builds,
}: Release): ReleaseDocument => ({
  version: own.text,
  date,
  channel,
  importance,
  ...(updateFrom && { updateFrom: updateFrom.text }),
  requires: {
    ...(requires.platform && { platform: requires.platform.text }),
    ...(requires.ssl && { ssl: requires.ssl.text }),
  },
  ...(rollout && { rollout }),
  ...(withdrawn && { withdrawn: { date: withdrawn.date, reason: withdrawn.reason } }),
  builds: builds.map(({ file, length, sha256, configurations }) => ({
    file,
    length,
    sha256,
    configurations: configurations.map((made) => ({
      name: made.name,
      version: made.version.text,
      ...(made.tested && { tested: made.tested.text }),
    })),
  })),
});
