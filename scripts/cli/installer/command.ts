import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { extensionReadme, processorReadme } from '../../installer/archive-readme.ts';
import {
  assembleExtension,
  assembleProcessor,
  type AssembledProduct,
  type InstallerSources,
} from '../../installer/assemble.ts';
import { sourceArchive } from '../../installer/source-archive.ts';
import type { CommandDefinition } from '../session/command-definition.ts';
import { EXIT, WrongUse } from '../session/exit-code.ts';
import { writeWhole } from '../../disk/files.ts';
import { buildProduct } from './build-products.ts';
import { findPlatform, platformWorld } from './platform-program.ts';
import { findPublisher, type FoundPublisher, type PublisherOptions } from './publisher.ts';
import { installerSources } from './sources.ts';
import type { Session } from '../session/session.ts';
import { repeatable } from '../session/repeatable.ts';

interface InstallerOptions extends PublisherOptions {
  readonly sources?: string;
  readonly prefix?: string;
  readonly extension?: string;
  readonly platform?: string;
}

const SOURCES = path.resolve(import.meta.dirname, '../../../installer');

/** `vypusk installer`: the 1C side with the publisher's root and address in it, as sources and as built files. */
export const installerCommand: CommandDefinition = (program, session) => {
  const { help, installer } = session.text;
  program
    .command('installer')
    .description(installer.summary)
    .option('--releases <dir>', help.releases, 'releases')
    .option('--trust <dir>', installer.trust)
    .option('--out <dir>', installer.out, 'dist')
    .option('--mirror <address>', installer.mirror, repeatable, [])
    .option('--extension <id>', installer.extension)
    .option('--prefix <name>', installer.prefix)
    .option('--platform <dir>', installer.platform)
    .option('--sources <dir>', installer.sources)
    .action((options: InstallerOptions) => assemble(options, session));
};

/** A product with the page that goes into its archive, and the ending of its built file. */
interface Product {
  readonly assembled: AssembledProduct;
  readonly readme: string;
  readonly ending: '.epf' | '.cfe';
}

async function assemble(options: InstallerOptions, session: Session): Promise<void> {
  const { world, finish } = session;
  const found = await findPublisher(options, session);
  const sources = await installerSources(path.resolve(world.cwd, options.sources ?? SOURCES));
  const out = path.resolve(world.cwd, options.out, 'installer');
  const products = [processorOf(sources, found), ...extensionOf(sources, found, { options, session })];
  const { version } = found.publisher;
  for (const { assembled, readme } of products) {
    const file = path.join(out, `${assembled.name}-${version}-src.zip`);
    await writeWhole(file, await sourceArchive(assembled, readme));
    await tell(file, session);
  }
  if (options.platform !== undefined)
    await build(products, { folder: options.platform, out, version }, session);
  finish(EXIT.fine);
}

function processorOf(sources: InstallerSources, { publisher }: FoundPublisher): Product {
  const stamped = { ...publisher, extension: '' };
  return {
    assembled: assembleProcessor(sources, stamped),
    readme: processorReadme(stamped),
    ending: '.epf',
  };
}

/** The auto-update of the extension that was asked for; of the only one when nobody asked. */
function extensionOf(
  sources: InstallerSources,
  { publisher, extensions }: FoundPublisher,
  { options, session }: { readonly options: InstallerOptions; readonly session: Session },
): readonly Product[] {
  const { world, text } = session;
  const wanted = options.extension ?? (extensions.length === 1 ? extensions[0] : undefined);
  if (wanted === undefined) {
    world.out(text.installer.withoutUpdate(extensions.join(', ')));
    return [];
  }
  if (!extensions.includes(wanted)) {
    throw new WrongUse(text.installer.noExtension(wanted, extensions.join(', ')));
  }
  const stamped = { ...publisher, extension: wanted };
  const assembled = assembleExtension(sources, stamped, options.prefix ?? prefixOf(publisher.id));
  return [{ assembled, readme: extensionReadme(stamped, assembled.name), ending: '.cfe' }];
}

/** `romashka-soft` → `RomashkaSoft`. */
const prefixOf = (id: string): string =>
  id.replace(/(?:^|-)([a-z0-9])/g, (_, first: string) => first.toUpperCase());

interface BuildTarget {
  readonly folder: string;
  readonly out: string;
  readonly version: string;
}

async function build(
  products: readonly Product[],
  { folder, out, version }: BuildTarget,
  session: Session,
): Promise<void> {
  const program = await findPlatform(path.resolve(session.world.cwd, folder));
  await mkdir(out, { recursive: true });
  for (const { assembled, ending } of products) {
    const file = path.join(out, `${assembled.name}-${version}${ending}`);
    await buildProduct(assembled, file, platformWorld(program));
    await tell(file, session);
  }
}

async function tell(file: string, { world, text }: Session): Promise<void> {
  const { size } = await stat(file);
  world.out(text.installer.written(path.relative(world.cwd, file), size));
}
