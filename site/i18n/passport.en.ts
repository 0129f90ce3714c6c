import { KINDS_EN } from './kinds.en.ts';
import { counted } from './plural.ts';
import type { PassportTexts } from './texts.ts';

/** What a file contains, in English. */
export const PASSPORT_EN: PassportTexts = {
  file: 'File',
  purpose: {
    Patch: 'Patch: mends a fault of the configuration',
    Customization: 'Customization: changes how the configuration behaves',
    AddOn: 'Add-on: adds something new',
  },
  changesData:
    'Changes the data structure: other users must leave while it is installed, and removing the extension removes its data too.',
  keepsData:
    'Does not change the data structure: it is installed and removed without a trace in the infobase.',
  leastPlatform: (version) => `Attaches on platform ${version} or newer.`,
  own: 'Adds objects of its own',
  nothingOwn: 'Adds no objects of its own.',
  adopted: 'Adopts from the configuration',
  intercepted: 'Intercepts code of the configuration',
  nothingIntercepted: 'Intercepts no code of the configuration.',
  interception: {
    Before: 'runs before',
    After: 'runs after',
    Around: 'runs instead',
    ChangeAndValidate: 'replaces with a changed copy',
  },
  services: 'Opens HTTP addresses',
  roles: 'Roles for all users',
  objects: (count) => counted('en', count, { one: 'object', other: 'objects' }),
  modules: new Map([
    ['ObjectModule', 'object module'],
    ['ManagerModule', 'manager module'],
    ['RecordSetModule', 'record set module'],
    ['ValueManagerModule', 'value manager module'],
    ['CommandModule', 'command module'],
    ['FormModule', 'form module'],
    ['Form', 'form'],
    ['Command', 'command'],
    ['Module', 'module'],
    ['SessionModule', 'session module'],
    ['ManagedApplicationModule', 'application module'],
    ['OrdinaryApplicationModule', 'ordinary application module'],
    ['ExternalConnectionModule', 'external connection module'],
  ]),
  kinds: KINDS_EN,
  columns: { where: 'Where', method: 'Method', how: 'How', handler: 'By' },
};
