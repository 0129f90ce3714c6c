import { ANY_CONFIGURATION } from '../../model/any-configuration.ts';
import { overlap } from '../../model/version-range.ts';
import type { CheckContext } from '../context.ts';
import type { Rule } from '../rule.ts';
import { buildsIn, configurationsOf, type ConfigurationSite } from '../scope.ts';

/** Two builds of a release for one version of a configuration: nobody says which of them is installed. */
export const buildsOverlap: Rule<'builds-overlap'> = {
  code: 'builds-overlap',
  severity: 'error',
  *check(context) {
    for (const sites of configurationsByRelease(context)) {
      for (const [index, site] of sites.entries()) {
        const other = sites.slice(0, index).find((earlier) => meet(earlier, site));
        if (other === undefined) continue;
        const { name, version } = site.configuration;
        const args = {
          name,
          range: version.text,
          other: other.build.file,
          otherRange: other.configuration.version.text,
        };
        yield { place: site.placeIn('version'), args };
      }
    }
  },
};

/** Sites of one release and one configuration, so that only those are compared with each other. */
function* configurationsByRelease(context: CheckContext): Generator<readonly ConfigurationSite[]> {
  const releases = Map.groupBy(buildsIn(context), ({ entry }) => entry);
  for (const builds of releases.values()) {
    const sites = builds.flatMap((build) => [...configurationsOf(build)]);
    const [fitAll, named] = [sites.filter(isForEvery), sites.filter((site) => !isForEvery(site))];
    const groups = [...Map.groupBy(named, ({ configuration }) => configuration.name).values()];
    yield* groups.length === 0 ? [fitAll] : groups.map((group) => [...group, ...fitAll]);
  }
}

const isForEvery = ({ configuration }: ConfigurationSite): boolean =>
  configuration.name === ANY_CONFIGURATION;

const meet = (a: ConfigurationSite, b: ConfigurationSite): boolean =>
  overlap(a.configuration.version, b.configuration.version);
