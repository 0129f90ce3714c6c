import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Extension } from '../model/extension.ts';
import type { Build, Release } from '../model/release.ts';
import type { ReleaseEntry } from '../model/release-tree.ts';
import {
  newConfigurationsManifest,
  newExtensionManifest,
  newPublisherManifest,
  newReleaseManifest,
} from '../source/index.ts';
import type { WrittenBuild, WrittenExtension, WrittenRelease } from '../source/index.ts';
import { generatedTree } from './generated-tree.ts';
import type { GeneratedSize } from './generated-tree.ts';

/** Writes a generated publisher as the files that people write, below a folder. Its builds lie on another host. */
export async function writeGeneratedTree(folder: string, size: GeneratedSize): Promise<void> {
  const { publisher, configurations, extensions } = generatedTree({ ...size, files: 'another-host' });
  const { id, name, url, licensePrefix } = publisher.value;
  const channels = [...publisher.value.channels];
  const written = configurations.value.map(({ title, ...rest }) => ({ ...rest, synonym: title }));
  const write = (file: string, text: string): Promise<void> => writeFile(path.join(folder, file), text);
  await mkdir(folder, { recursive: true });
  await write(publisher.file, newPublisherManifest({ id, name, url, licensePrefix, channels }));
  await write(configurations.file, newConfigurationsManifest(written));
  for (const extension of extensions) {
    await mkdir(path.join(folder, 'extensions', extension.id), { recursive: true });
    await write(extension.manifest.file, newExtensionManifest(writtenExtension(extension.manifest.value)));
    for (const release of extension.releases) await writeRelease(folder, release);
  }
}

async function writeRelease(folder: string, { manifest, notes }: ReleaseEntry): Promise<void> {
  const file = path.join(folder, manifest.file);
  await mkdir(path.dirname(file));
  await writeFile(file, newReleaseManifest(writtenRelease(manifest.value)));
  for (const note of notes) await writeFile(path.join(folder, note.file), `${note.text}\n`);
}

const writtenExtension = ({ name, title, summary, vendor }: Extension): WrittenExtension => ({
  name,
  title,
  summary,
  vendor,
});

const writtenRelease = ({ version, date, channel, importance, builds }: Release): WrittenRelease => ({
  version: version.text,
  date,
  channel,
  importance,
  builds: builds.map(writtenBuild),
});

const writtenBuild = ({ urls, sha256, length, configurations }: Build): WrittenBuild => ({
  urls: [...urls],
  sha256,
  length,
  configurations: configurations.map(({ name, version, tested }) => ({
    name,
    version: version.text,
    ...(tested && { tested: tested.text }),
  })),
});
