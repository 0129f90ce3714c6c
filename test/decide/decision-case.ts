import { readFileSync } from 'node:fs';
import type { DecisionContext } from '../../scripts/decide/context.ts';
import type { License } from '../../scripts/decide/license.ts';
import type { Reason } from '../../scripts/decide/offer.ts';
import type {
  BuildDocument,
  ConfigurationExtension,
  ReleaseDocument,
} from '../../scripts/model/documents.ts';
import type { Environment } from '../../scripts/model/environment.ts';
import { version } from './samples.ts';

/** An infobase as JSON: versions are texts, and null takes a default away. */
interface EnvironmentVector {
  readonly configuration: { readonly name: string; readonly version: string };
  readonly platform: string;
  readonly ssl: string | null;
  readonly installed: Environment['installed'];
  readonly present?: readonly string[];
  readonly channel: string;
  readonly showUntested: boolean;
  readonly installationId: string | null;
  readonly byHand: boolean;
  readonly basic: boolean;
  readonly cloud: boolean;
}

type BuildVector = Partial<BuildDocument> & Pick<BuildDocument, 'configurations'>;
type ReleaseVector = Partial<Omit<ReleaseDocument, 'builds'>> & {
  readonly version: string;
  readonly builds?: readonly BuildVector[];
};

/** A row of `decisions.json`. */
export interface DecisionVector {
  readonly name: string;
  readonly environment?: Partial<EnvironmentVector>;
  readonly extension?: Partial<ConfigurationExtension>;
  readonly channels?: readonly string[];
  readonly today?: string;
  readonly configuration?: string;
  readonly license?: License;
  readonly withdrawn?: ConfigurationExtension['withdrawn'];
  readonly releases: readonly ReleaseVector[];
  readonly expected: { readonly reasons: readonly Reason[] };
}

interface DecisionVectors {
  readonly defaults: {
    readonly environment: EnvironmentVector;
    readonly channels: readonly string[];
    readonly today: string;
    readonly extension: Omit<ConfigurationExtension, 'releases'>;
    readonly release: Omit<ReleaseDocument, 'version' | 'builds'> & {
      readonly builds: readonly BuildVector[];
    };
    readonly build: Omit<BuildDocument, 'configurations'>;
  };
  readonly positions: readonly {
    readonly installationId: string;
    readonly id: string;
    readonly version: string;
    readonly position: number;
  }[];
  readonly cases: readonly DecisionVector[];
}

/** The vectors that BSL runs too. */
export const vectors = JSON.parse(
  readFileSync(new URL('../vectors/decisions.json', import.meta.url), 'utf8'),
) as DecisionVectors;

/** Lays a row over the defaults. */
export function caseOf({ environment, extension, releases, withdrawn, expected, ...row }: DecisionVector): {
  readonly extension: ConfigurationExtension;
  readonly environment: Environment;
  readonly context: Omit<DecisionContext, 'positions'>;
  readonly expected: object;
} {
  const { defaults } = vectors;
  return {
    extension: {
      ...defaults.extension,
      ...extension,
      releases: releases.map(releaseOf),
      ...(withdrawn && { withdrawn }),
    },
    environment: environmentOf({ ...defaults.environment, ...environment }),
    context: {
      channels: row.channels ?? defaults.channels,
      today: row.today ?? defaults.today,
      ...(row.license && { license: row.license }),
      ...(row.configuration !== undefined && { configuration: row.configuration }),
    },
    expected,
  };
}

function releaseOf(row: ReleaseVector): ReleaseDocument {
  const { build, release } = vectors.defaults;
  return { ...release, ...row, builds: (row.builds ?? release.builds).map((own) => ({ ...build, ...own })) };
}

const environmentOf = ({
  configuration,
  platform,
  ssl,
  installationId,
  ...rest
}: EnvironmentVector): Environment => ({
  ...rest,
  configuration: { name: configuration.name, version: version(configuration.version) },
  platform: version(platform),
  ...(ssl !== null && { ssl: version(ssl) }),
  ...(installationId !== null && { installationId }),
});
