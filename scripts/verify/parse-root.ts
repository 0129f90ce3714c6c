import type { Field } from './field.ts';
import type { Root } from './metadata.ts';
import { parseCommon } from './parse-envelope.ts';
import { parseKeys, parseRole } from './parse-role.ts';

/** `signed` of `root.json` (TUF 1.0.34, section 4.3). The four top-level roles must be there, others are ignored. */
export function parseRoot(signed: Field): Root {
  const consistentSnapshot = signed.optional('consistent_snapshot')?.boolean();
  const roles = signed.member('roles');
  return {
    ...parseCommon(signed, 'root'),
    ...(consistentSnapshot === undefined ? {} : { consistent_snapshot: consistentSnapshot }),
    keys: parseKeys(signed.member('keys')),
    roles: {
      root: parseRole(roles.member('root')),
      timestamp: parseRole(roles.member('timestamp')),
      snapshot: parseRole(roles.member('snapshot')),
      targets: parseRole(roles.member('targets')),
    },
  };
}
