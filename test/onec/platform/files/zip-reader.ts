import path from 'node:path';
import { waitFor } from '../../blocking/blocking-worker.ts';
import type { UnzippedEntry } from '../../blocking/protocol.ts';
import { BslException } from '../../runtime/errors.ts';
import { defineType, method, NativeObject, type BslType } from '../../runtime/object.ts';
import type { Session } from '../../runtime/session.ts';
import { BslArray } from '../collections/array.ts';
import type { Value } from '../../runtime/value.ts';
import { MemoryStream } from '../binary/stream.ts';
import { NOT_WEB, objectArgument, optionalText, textArgument, type NameGroup } from '../define.ts';
import { defineEnumeration } from '../enumeration.ts';

const RESTORE_MODE = defineEnumeration({
  name: 'РежимВосстановленияПутейФайловZIP|ZIPRestoreFilePathsMode',
  contexts: NOT_WEB,
  values: { restore: 'Восстанавливать|Restore', skip: 'НеВосстанавливать|DontRestore' },
});

/** `ЭлементZipФайла`. */
class ZipEntry extends NativeObject {
  readonly entry: UnzippedEntry;

  constructor(entry: UnzippedEntry) {
    super();
    this.entry = entry;
  }

  get type(): BslType {
    return ZIP_ENTRY;
  }
}

const ZIP_ENTRY: BslType = defineType(ZipEntry, {
  name: 'ЭлементZipФайла|ZipFileEntry',
  contexts: NOT_WEB,
  properties: {
    'Имя|Name': { get: ({ entry }) => path.posix.basename(entry.name) },
    'ПолноеИмя|FullName': { get: ({ entry }) => entry.name },
    'Путь|Path': {
      get: ({ entry }) => entry.name.slice(0, entry.name.length - path.posix.basename(entry.name).length),
    },
    'Зашифрован|Encrypted': { get: ({ entry }) => entry.encrypted },
    'РазмерНесжатого|UncompressedSize': { get: ({ entry }) => BigInt(entry.content?.length ?? 0) },
  },
});

/** `ЧтениеZipФайла`: extracts to disk only, AES archives too. Source: platform-1c.md 5.5. */
class ZipFileReader extends NativeObject {
  #archive: Uint8Array | undefined;
  #password: string | undefined;
  #entries: readonly UnzippedEntry[] = [];

  get type(): BslType {
    return ZIP_READER;
  }

  open(args: readonly Value[], { world }: Session): void {
    const [source] = args;
    const bytes =
      source instanceof MemoryStream
        ? source.take(source.bytes.length)
        : world.files.read(textArgument(args, 0));
    this.#archive = bytes;
    this.#password = args[1] === undefined ? undefined : textArgument(args, 1);
    this.#entries = [];
    const reply = waitFor({ kind: 'unzip', archive: bytes, password: this.#password });
    if (reply.kind !== 'entries') throw new BslException('Файл не является архивом ZIP или поврежден');
    this.#entries = reply.entries;
  }

  get entries(): readonly UnzippedEntry[] {
    if (!this.#archive) throw new BslException('Архив не открыт');
    return this.#entries;
  }

  close(): void {
    this.#archive = undefined;
  }
}

/** Writes one file; the name is joined as it stands in the archive when paths are restored. */
function extract(
  entry: UnzippedEntry,
  target: { directory: string; restores: boolean },
  { world }: Session,
): void {
  const name = target.restores ? entry.name : path.posix.basename(entry.name);
  const file = path.join(target.directory, name);
  if (entry.directory) {
    if (target.restores) world.files.createDirectory(file);
    return;
  }
  if (!entry.content)
    throw new BslException(`Ошибка распаковки файла '${entry.name}': неверный пароль или данные повреждены`);
  world.files.createDirectory(path.dirname(file));
  world.files.write(file, entry.content);
}

const targetOf = (directory: string, mode: Value): { directory: string; restores: boolean } => ({
  directory,
  restores: mode !== RESTORE_MODE.values.skip,
});

const ZIP_READER: BslType = defineType(ZipFileReader, {
  name: 'ЧтениеZipФайла|ZipFileReader',
  contexts: NOT_WEB,
  construct: method([0, 2], (_, args, session) => {
    const reader = new ZipFileReader();
    if (args.length > 0) reader.open(args, session);
    return reader;
  }),
  properties: {
    'Элементы|Items': { get: ({ entries }) => new BslArray(entries.map((entry) => new ZipEntry(entry))) },
  },
  methods: {
    'Открыть|Open': method([1, 2], (self, args, session) => {
      self.open(args, session);
      return undefined;
    }),
    'ИзвлечьВсе|ExtractAll': method([1, 2], (self, args, session) => {
      for (const entry of self.entries) extract(entry, targetOf(optionalText(args, 0), args[1]), session);
      return undefined;
    }),
    'Извлечь|Extract': method([2, 4], (self, args, session) => {
      const { entry } = objectArgument(args, 0, ZipEntry);
      if (!self.entries.includes(entry)) throw new BslException('Элемент не принадлежит архиву');
      extract(entry, targetOf(textArgument(args, 1), args[2]), session);
      return undefined;
    }),
    'Закрыть|Close': method([0, 0], (self) => {
      self.close();
      return undefined;
    }),
  },
});

/** Archives. Source: platform-1c.md 5.5. */
export const ARCHIVES: NameGroup = {
  types: [ZIP_READER, ZIP_ENTRY],
  properties: { 'РежимВосстановленияПутейФайловZIP|ZIPRestoreFilePathsMode': RESTORE_MODE.property },
};
