import { compareText } from '../model/problem.ts';
import type { BslModule } from './bsl-tokens.ts';
import { InstallerError } from './error.ts';
import { joinModules } from './join-modules.ts';
import { withPrefix } from './own-names.ts';
import { publisherModule, type Stamp, type StampedPublisher } from './publisher-module.ts';
import { withOwnUuids } from './stable-uuid.ts';
import { withElement, type DumpFile } from './xml-slot.ts';

/** The checked-in 1C side. Texts have no byte order mark. */
export interface InstallerSources {
  readonly core: readonly BslModule[];
  readonly processor: readonly DumpFile[];
  readonly extension: readonly DumpFile[];
}

/** A product that a platform can build: its name, and its files sorted by path. */
export interface AssembledProduct {
  readonly name: string;
  readonly files: readonly DumpFile[];
}

/** Name of the external data processor. It is not prefixed: one infobase keeps it as a file, not as an object. */
export const PROCESSOR_NAME = 'УстановщикРасширений';

const PUBLISHER_MODULE = 'ВыпускИздатель';

/** The external data processor of a publisher. Throws `InstallerError`. */
export function assembleProcessor(sources: InstallerSources, publisher: StampedPublisher): AssembledProduct {
  const core = stampedCore(sources.core, { ...publisher, extension: '', attachMethod: '' });
  const joined = withJoined(sources.processor, `${PROCESSOR_NAME}/Ext/ObjectModule.bsl`, core);
  const files = changed(joined, `${PROCESSOR_NAME}.xml`, (root) =>
    withElement(root, 'Comment', `${publisher.name}, ${publisher.version}`),
  );
  return { name: PROCESSOR_NAME, files: finished(files, ownerOf(publisher)) };
}

/**
 * The auto-update extension of a publisher, its objects under his prefix. Throws `InstallerError`.
 */
export function assembleExtension(
  sources: InstallerSources,
  publisher: StampedPublisher,
  prefix: string,
): AssembledProduct {
  const attachMethod = `${prefix}Обновление.ПроверитьПодключениеВЗадании`;
  const core = stampedCore(sources.core, { ...publisher, attachMethod });
  const joined = withJoined(sources.extension, 'CommonModules/ПрефиксОбновление/Ext/Module.bsl', core);
  const files = changed(withPrefix(joined, prefix), 'Configuration.xml', (configuration) =>
    [
      ['NamePrefix', prefix],
      ['Vendor', publisher.name],
      ['Version', publisher.version],
    ].reduce((file, [element = '', text = '']) => withElement(file, element, text), configuration),
  );
  return { name: `${prefix}Обновление`, files: finished(files, [...ownerOf(publisher), prefix]) };
}

/** Whose identifiers these are; an address is added because nobody hands out publishers' ids. */
const ownerOf = ({ id, addresses }: StampedPublisher): readonly string[] => [id, addresses[0] ?? ''];

function stampedCore(core: readonly BslModule[], publisher: Stamp): readonly BslModule[] {
  if (!core.some(({ name }) => name === PUBLISHER_MODULE)) {
    throw new InstallerError('slot-missing', { file: PUBLISHER_MODULE, name: PUBLISHER_MODULE });
  }
  return core.map((module) =>
    module.name === PUBLISHER_MODULE ? publisherModule(module, publisher) : module,
  );
}

/** The dump with the core in one of its modules. */
const withJoined = (
  dump: readonly DumpFile[],
  path: string,
  core: readonly BslModule[],
): readonly DumpFile[] =>
  changed(dump, path, ({ text }) => ({ path, text: joinModules({ host: { name: path, text }, core }) }));

function changed(
  dump: readonly DumpFile[],
  path: string,
  change: (file: DumpFile) => DumpFile,
): readonly DumpFile[] {
  if (!dump.some((file) => file.path === path))
    throw new InstallerError('slot-missing', { file: path, name: path });
  return dump.map((file) => (file.path === path ? change(file) : file));
}

const finished = (dump: readonly DumpFile[], owner: readonly string[]): readonly DumpFile[] =>
  dump
    .map(({ path, text }) => ({ path, text: path.endsWith('.xml') ? withOwnUuids(text, owner) : text }))
    .sort((a, b) => compareText(a.path, b.path));
