import { CLASS_IDS } from '../../scripts/installer/stable-uuid.ts';
import { formProblems, isOrdered } from './form-rules.ts';
import { moduleMethods } from './module-methods.ts';
import { allOf, childOf, descendants, namesInside, readXml, type XmlElement } from './xml.ts';

/** Files of a dump as they lie on a disk, byte order marks included. */
export type RawDump = ReadonlyMap<string, string>;

/** Format versions that every platform from 8.3.18 on reads. Source: platform-1c.md 7.1. */
const OLDEST = 10;
const NEWEST = 17;

/** Properties of each kind of object, in the order of real dumps (platform-1c.md 7.2 and 7.3). */
const PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  ExternalDataProcessor: ['Name', 'Synonym', 'Comment', 'DefaultForm', 'AuxiliaryForm'],
  Form: [
    ...['Name', 'Synonym', 'Comment', 'FormType', 'IncludeHelpInContents', 'UsePurposes'],
    'ExtendedPresentation',
  ],
  Configuration: [
    ...['ObjectBelonging', 'Name', 'Synonym', 'Comment', 'ConfigurationExtensionPurpose'],
    ...['KeepMappingToExtendedConfigurationObjectsByIDs', 'NamePrefix'],
    ...['ConfigurationExtensionCompatibilityMode', 'DefaultRunMode', 'UsePurposes', 'ScriptVariant'],
    ...['DefaultRoles', 'Vendor', 'Version', 'DefaultLanguage', 'BriefInformation', 'DetailedInformation'],
    ...['Copyright', 'VendorInformationAddress', 'ConfigurationInformationAddress'],
  ],
  Language: ['ObjectBelonging', 'Name', 'Comment', 'LanguageCode'],
  Role: ['Name', 'Synonym', 'Comment'],
  CommonModule: [
    ...['Name', 'Synonym', 'Comment', 'Global', 'ClientManagedApplication', 'Server', 'ExternalConnection'],
    ...['ClientOrdinaryApplication', 'ServerCall', 'Privileged', 'ReturnValuesReuse'],
  ],
  ScheduledJob: [
    ...['Name', 'Synonym', 'Comment', 'MethodName', 'Description', 'Key', 'Use', 'Predefined'],
    ...['RestartCountOnFailure', 'RestartIntervalOnFailure'],
  ],
  CommonForm: [
    ...['Name', 'Synonym', 'Comment', 'FormType', 'IncludeHelpInContents', 'UsePurposes'],
    ...['UseStandardCommands', 'ExtendedPresentation', 'Explanation'],
  ],
  CommonCommand: [
    ...['Name', 'Synonym', 'Comment', 'Group', 'Representation', 'ToolTip', 'Picture', 'Shortcut'],
    ...['IncludeHelpInContents', 'CommandParameterType', 'ParameterUseMode', 'ModifiesData'],
  ],
};

const SECTIONS = ['InternalInfo', 'Properties', 'ChildObjects'];

/** Order of kinds in the list of an extension's objects. */
const KINDS = ['Language', 'Role', 'CommonModule', 'ScheduledJob', 'CommonCommand', 'CommonForm'];

/** Files that belong to an object besides its description; `*` is its folder. */
const OWN_FILES: Readonly<Record<string, readonly string[]>> = {
  Language: [],
  Role: ['Ext/Rights.xml'],
  CommonModule: ['Ext/Module.bsl'],
  ScheduledJob: ['Ext/Schedule.xml'],
  CommonForm: ['Ext/Form.xml', 'Ext/Form/Module.bsl'],
  CommonCommand: ['Ext/CommandModule.bsl'],
  Form: ['Ext/Form.xml', 'Ext/Form/Module.bsl'],
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const LONGEST_NAME = 80;

/** A description that was read, with its place. */
interface Description {
  readonly path: string;
  readonly root: XmlElement;
}

/** Everything that is wrong with a dump; empty for a good one. Each begins with a code. */
export function dumpProblems(dump: RawDump): string[] {
  const unread: string[] = [];
  const descriptions: Description[] = [];
  for (const [path, text] of dump) {
    if (!text.startsWith('\uFEFF')) unread.push(`no-mark ${path}`);
    if (text.includes('\r')) unread.push(`line-end ${path}`);
    if (!path.endsWith('.xml')) continue;
    try {
      descriptions.push({ path, root: readXml(text.replace(/^\uFEFF/, '')) });
    } catch {
      unread.push(`not-well-formed ${path}`);
    }
  }
  return [
    ...unread,
    ...wrongVersions(descriptions),
    ...descriptions.flatMap(wrongObject),
    ...wrongUuids(descriptions),
    ...wrongFiles(dump, descriptions),
    ...wrongForms(dump, descriptions),
    ...wrongExtension(dump, descriptions),
  ];
}

function wrongVersions(descriptions: readonly Description[]): string[] {
  const versions = descriptions.map(({ root }) => root.attributes.get('version') ?? '');
  const isKnown = (version: string): boolean => {
    const [, minor] = /^2\.(\d+)$/.exec(version) ?? [];
    return minor !== undefined && Number(minor) >= OLDEST && Number(minor) <= NEWEST;
  };
  return versions
    .filter((version) => !isKnown(version) || version !== versions[0])
    .map((version) => `version ${version}`);
}

const objectOf = ({ root }: Description): XmlElement | undefined =>
  root.name === 'MetaDataObject' && root.children.length === 1 ? root.children[0] : undefined;

const propertyOf = (object: XmlElement | undefined, name: string): string =>
  childOf(childOf(object, 'Properties'), name)?.text ?? '';

function wrongObject(description: Description): string[] {
  const object = objectOf(description);
  if (!object) return description.root.name === 'MetaDataObject' ? [`object ${description.path}`] : [];
  const properties = namesInside(childOf(object, 'Properties'));
  const expected = PROPERTIES[object.name] ?? [];
  const isComplete = properties.join() === expected.join();
  const name = propertyOf(object, 'Name');
  return [
    ...(isComplete ? [] : [`property-order ${object.name}`]),
    ...(isOrdered(namesInside(object), SECTIONS) ? [] : [`section-order ${object.name}`]),
    ...(name.length > 0 && name.length <= LONGEST_NAME ? [] : [`name ${name}`]),
    ...allOf(object, 'xr:ClassId')
      .filter(({ text }) => !CLASS_IDS.has(text))
      .map(({ text }) => `class ${text}`),
    ...allOf(object, 'xr:GeneratedType')
      .filter(({ attributes }) => attributes.get('name') !== `ExternalDataProcessorObject.${name}`)
      .map(() => `generated-type ${name}`),
  ];
}

function wrongUuids(descriptions: readonly Description[]): string[] {
  const uuids = descriptions.flatMap(({ root }) =>
    descendants(root).flatMap(({ name, attributes, text }) => [
      ...(attributes.has('uuid') ? [attributes.get('uuid') ?? ''] : []),
      ...(['xr:ObjectId', 'xr:TypeId', 'xr:ValueId'].includes(name) ? [text] : []),
    ]),
  );
  return uuids
    .filter((uuid, at) => !UUID.test(uuid) || uuids.indexOf(uuid) !== at || CLASS_IDS.has(uuid))
    .map((uuid) => `uuid ${uuid}`);
}

/** Files that the objects of a dump say they have. */
function expectedFiles(descriptions: readonly Description[]): Set<string> {
  const root = descriptions.find(
    ({ root: one }) => childOf(one, 'Configuration') ?? childOf(one, 'ExternalDataProcessor'),
  );
  const object = root && objectOf(root);
  if (!root || !object) return new Set();
  const isExtension = object.name === 'Configuration';
  const base = isExtension ? '' : `${propertyOf(object, 'Name')}/`;
  const children = childOf(object, 'ChildObjects')?.children ?? [];
  return new Set([
    isExtension ? 'Configuration.xml' : `${propertyOf(object, 'Name')}.xml`,
    ...(isExtension ? [] : [`${base}Ext/ObjectModule.bsl`]),
    ...children.flatMap(({ name, text }) => [
      `${base}${name}s/${text}.xml`,
      ...(OWN_FILES[name] ?? []).map((file) => `${base}${name}s/${text}/${file}`),
    ]),
  ]);
}

function wrongFiles(dump: RawDump, descriptions: readonly Description[]): string[] {
  const expected = expectedFiles(descriptions);
  const misnamed = descriptions.filter((description) => {
    const object = objectOf(description);
    if (!object || object.name === 'Configuration') return false;
    return !`/${description.path}`.endsWith(`/${propertyOf(object, 'Name')}.xml`);
  });
  return [
    ...[...expected].filter((file) => !dump.has(file)).map((file) => `file-missing ${file}`),
    ...[...dump.keys()].filter((file) => !expected.has(file)).map((file) => `file-orphan ${file}`),
    ...misnamed.map(({ path }) => `file-name ${path}`),
  ];
}

function wrongForms(dump: RawDump, descriptions: readonly Description[]): string[] {
  const forms = descriptions.filter(({ path }) => path.endsWith('/Ext/Form.xml'));
  const names = descriptions.flatMap((description) => {
    const object = objectOf(description);
    return object?.name === 'ExternalDataProcessor' ? [propertyOf(object, 'Name')] : [];
  });
  return [
    ...forms.flatMap(({ path, root }) =>
      formProblems(root, moduleMethods(dump.get(path.replace(/\.xml$/, '/Module.bsl')) ?? '')),
    ),
    ...forms.flatMap(({ root }) =>
      allOf(root, 'v8:Type')
        .filter(({ text }) => text.startsWith('cfg:') && !names.includes(text.replace(/^.*\./, '')))
        .map(({ text }) => `type ${text}`),
    ),
    ...descriptions.flatMap((description) => {
      const form = propertyOf(objectOf(description), 'DefaultForm');
      const [, , , name = ''] = form.split('.');
      return form === '' || [...dump.keys()].some((file) => file.endsWith(`/Forms/${name}.xml`))
        ? []
        : [`default-form ${form}`];
    }),
  ];
}

/** Limits of an extension that fits any configuration: own objects only. Source: platform-1c.md 7.4. */
function wrongExtension(dump: RawDump, descriptions: readonly Description[]): string[] {
  const configuration = descriptions.map(objectOf).find((object) => object?.name === 'Configuration');
  if (!configuration) return [];
  const prefix = propertyOf(configuration, 'NamePrefix');
  const children = childOf(configuration, 'ChildObjects')?.children ?? [];
  const places = children.map(({ name }) => KINDS.indexOf(name));
  const own = children.filter(({ name }) => name !== 'Language').map(({ name, text }) => ({ name, text }));
  const known = new Set(children.map(({ name, text }) => `${name}.${text}`));
  const references = descriptions.flatMap(({ root }) => [
    ...allOf(root, 'xr:Item').map(({ text }) => text),
    ...allOf(root, 'DefaultLanguage').map(({ text }) => text),
    ...allOf(root, 'object').map((object) => childOf(object, 'name')?.text ?? ''),
  ]);
  return [
    ...(places.every((place, at) => place >= (places[at - 1] ?? 0) && place >= 0) ? [] : ['kind-order']),
    ...(propertyOf(configuration, 'ConfigurationExtensionPurpose') === 'AddOn' ? [] : ['purpose']),
    ...(prefix !== '' && /^(?!EF)/.test(propertyOf(configuration, 'Name')) ? [] : ['prefix']),
    ...own.filter(({ text }) => !text.startsWith(prefix)).map(({ text }) => `not-prefixed ${text}`),
    ...own
      .filter(
        ({ text }, at) => own.findIndex((one) => one.text === text && one.name === own[at]?.name) !== at,
      )
      .map(({ text }) => `name-repeated ${text}`),
    ...references.filter((reference) => !known.has(reference)).map((reference) => `reference ${reference}`),
    ...descriptions.flatMap(({ root }) => adopted(root)),
    ...wrongJobs(dump, descriptions),
    ...(allOf(configuration, 'xr:ContainedObject').length === CLASS_IDS.size - 1
      ? []
      : ['contained-objects']),
  ];
}

/** Only the language is adopted, and no object of a certain configuration is named by its identifier. */
const adopted = (root: XmlElement): string[] => [
  ...allOf(root, 'ExtendedConfigurationObject').map(() => 'bound-to-configuration'),
  ...root.children
    .filter(({ name }) => name !== 'Language' && name !== 'Configuration')
    .filter((object) => propertyOf(object, 'ObjectBelonging') !== '')
    .map(({ name }) => `adopted ${name}`),
];

function wrongJobs(dump: RawDump, descriptions: readonly Description[]): string[] {
  const methods = descriptions.flatMap(({ root }) => allOf(root, 'MethodName').map(({ text }) => text));
  return methods.flatMap((method) => {
    const [, module = '', name = ''] = method.split('.');
    const text = dump.get(`CommonModules/${module}/Ext/Module.bsl`) ?? '';
    const found = moduleMethods(text).find((one) => one.name === name);
    return found?.isExported === true ? [] : [`job-method ${method}`];
  });
}
