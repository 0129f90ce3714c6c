import path from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { BslException } from '../../runtime/errors.ts';
import { defineType, method, NativeObject, type BslType } from '../../runtime/object.ts';
import type { Session } from '../../runtime/session.ts';
import { NOT_WEB, textArgument, type NameGroup } from '../define.ts';
import { defineEnumeration } from '../enumeration.ts';

const STORE_MODE = defineEnumeration({
  name: 'РежимСохраненияПутейZIP|ZIPStorePathMode',
  contexts: NOT_WEB,
  values: {
    full: 'СохранятьПолныеПути|StoreFullPath',
    relative: 'СохранятьОтносительныеПути|StoreRelativePath',
    none: 'НеСохранятьПути|DontStorePath',
  },
});

/**
 * `ЗаписьZipФайла`. Facts measured on 8.3.27 by open-bsl: a file is read by `Добавить`, the archive appears at
 * `Записать` and the writer is closed by it; deflate by default; names in UTF-8 with bit 11. Whether lengths stand after
 * the data (bit 3) was not measured: the bench puts them there, which is harder to read.
 */
class ZipFileWriter extends NativeObject {
  target: string | undefined;
  entries: { readonly name: string; readonly bytes: Uint8Array }[] = [];

  get type(): BslType {
    return ZIP_WRITER;
  }

  add(file: string, { world }: Session): void {
    const name = path.basename(file);
    if (this.entries.some((entry) => entry.name === name))
      throw new BslException('Файл с таким именем в архиве уже существует');
    this.entries.push({ name, bytes: world.files.read(file) });
  }

  write({ world }: Session): void {
    if (this.target === undefined) throw new BslException('Архив не открыт!');
    world.files.write(this.target, archiveOf(this.entries));
    this.target = undefined;
    this.entries = [];
  }
}

const FLAGS = 0x0808;
const DEFLATE = 8;

/** APPNOTE 6.3: local headers without lengths, descriptors after the data, the directory, its end. */
function archiveOf(entries: ZipFileWriter['entries']): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const packed = deflateRawSync(bytes, { level: 1 });
    const title = Buffer.from(name);
    const sizes = numbers([4, crc32(bytes)], [4, packed.length], [4, bytes.length]);
    const common = numbers([2, 20], [2, FLAGS], [2, DEFLATE], [4, 0]);
    const local = [
      numbers([4, 0x04034b50]),
      common,
      Buffer.alloc(12),
      numbers([2, title.length], [2, 0]),
      title,
    ];
    const whole = Buffer.concat([...local, packed, numbers([4, 0x08074b50]), sizes]);
    parts.push(whole);
    const rest = numbers([2, title.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]);
    directory.push(numbers([4, 0x02014b50], [2, 20]), common, sizes, rest, title);
    offset += whole.length;
  }
  const listing = Buffer.concat(directory);
  const count = entries.length;
  const end = numbers(
    [4, 0x06054b50],
    [4, 0],
    [2, count],
    [2, count],
    [4, listing.length],
    [4, offset],
    [2, 0],
  );
  return Uint8Array.from(Buffer.concat([...parts, listing, end]));
}

function numbers(...fields: readonly (readonly [size: 2 | 4, value: number])[]): Buffer {
  return Buffer.concat(
    fields.map(([size, value]) => {
      const bytes = Buffer.alloc(size);
      bytes.writeUIntLE(value, 0, size);
      return bytes;
    }),
  );
}

const ZIP_WRITER: BslType = defineType(ZipFileWriter, {
  name: 'ЗаписьZipФайла|ZipFileWriter',
  contexts: NOT_WEB,
  construct: method([0, 1], (_, args) => {
    const writer = new ZipFileWriter();
    if (args.length > 0) writer.target = textArgument(args, 0);
    return writer;
  }),
  methods: {
    'Добавить|Add': method([1, 3], (self, args, session) => {
      if (args[1] !== undefined && args[1] !== STORE_MODE.values.none)
        throw new BslException('The bench stores no paths');
      self.add(textArgument(args, 0), session);
      return undefined;
    }),
    'Записать|Write': method([0, 0], (self, _, session) => {
      self.write(session);
      return undefined;
    }),
  },
});

/** Writing archives. */
export const ZIP_WRITING: NameGroup = {
  types: [ZIP_WRITER],
  properties: { 'РежимСохраненияПутейZIP|ZIPStorePathMode': STORE_MODE.property },
};
