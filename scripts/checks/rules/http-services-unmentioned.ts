import type { Rule } from '../rule.ts';
import { buildsIn, describedBy } from '../scope.ts';

/** HTTP services answer only after an administrator publishes them; the installer tells him if the manifest does. */
export const httpServicesUnmentioned: Rule<'http-services-unmentioned'> = {
  code: 'http-services-unmentioned',
  severity: 'warning',
  *check(context) {
    for (const site of buildsIn(context)) {
      const services = describedBy(site)?.httpServices ?? [];
      if (services.length === 0 || site.release.install.publish.includes('httpServices')) continue;
      const place = site.entry.manifest.placeOf('install', 'publish');
      yield {
        place,
        args: { file: site.build.file, services: services.map(({ name }) => name).slice(0, 5) },
      };
    }
  },
};
