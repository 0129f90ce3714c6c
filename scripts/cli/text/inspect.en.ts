import type { InspectText } from './inspect.ru.ts';

/** Labels of `inspect`, in English. */
export const INSPECT_EN: InspectText = {
  width: 26,
  type: 'Kind',
  name: 'Name',
  synonym: 'Synonym',
  comment: 'Comment',
  version: 'Version',
  vendor: 'Vendor',
  mode: 'Compatibility mode',
  writer: 'Written by platform',
  objects: 'Objects (own+adopted)',
  prefix: 'Prefix',
  purpose: 'Purpose',
  extensionMode: 'Mode of the extension',
  roles: 'Default roles',
  http: 'HTTP service',
  interception: 'Intercepts',
  dataStructure: 'Changes data structure',
  closed: 'Closed modules',
  purposes: { Patch: 'Patch', Customization: 'Customization', AddOn: 'AddOn', unknown: 'unknown' },
  noLeftovers: 'There is no foreign text between the modules.',
  leftovers: (pieces, bytes) =>
    `Between the modules is text that stands in none of them: ${pieces} places, ${bytes} bytes.`,
  moreLeftovers: (count) => `and ${count} more`,
  yes: 'yes',
  no: 'no',
};
