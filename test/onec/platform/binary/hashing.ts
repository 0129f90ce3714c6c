import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { BslException, MESSAGES } from '../../runtime/errors.ts';
import { defineType, method, NativeObject, type BslType } from '../../runtime/object.ts';
import type { Session } from '../../runtime/session.ts';
import type { Value } from '../../runtime/value.ts';
import { objectArgument, SERVER, sizeArgument, textArgument, type NameGroup } from '../define.ts';
import { defineEnumeration, EnumerationValue } from '../enumeration.ts';
import { BinaryData } from './binary-data.ts';
import { encodeText } from './encoding.ts';
import { MemoryStream } from './stream.ts';

/** `ХешФункция`: not on thin and web clients; SHA512 since 8.3.18. Source: platform-1c.md 5.1. */
export const HASH_FUNCTION = defineEnumeration({
  name: 'ХешФункция|HashFunction',
  contexts: SERVER,
  values: {
    crc32: 'CRC32|CRC32',
    md5: 'MD5|MD5',
    sha1: 'SHA1|SHA1',
    sha256: 'SHA256|SHA256',
    sha512: 'SHA512|SHA512',
  },
  valueSince: { sha512: '8.3.18' },
});

/** `ХешированиеДанных`: collects bytes; CRC32 is a number, the others ДвоичныеДанные. Source: platform-1c.md 5.1. */
class DataHashing extends NativeObject {
  readonly algorithm: EnumerationValue;
  parts: Uint8Array[] = [];

  constructor(algorithm: EnumerationValue) {
    super();
    this.algorithm = algorithm;
  }

  get type(): BslType {
    return DATA_HASHING;
  }

  digest(): Value {
    const bytes = Buffer.concat(this.parts);
    if (this.algorithm === HASH_FUNCTION.values.crc32) return BigInt(crc32(bytes));
    return new BinaryData(
      Uint8Array.from(createHash(this.algorithm.name.toLowerCase()).update(bytes).digest()),
    );
  }
}

function add(self: DataHashing, args: readonly Value[]): undefined {
  const [source] = args;
  if (typeof source === 'string') self.parts.push(encodeText(source));
  else if (source instanceof BinaryData) self.parts.push(source.bytes);
  else if (source instanceof MemoryStream)
    self.parts.push(source.take(sizeArgument(args, 1, source.bytes.length)));
  else throw new BslException(MESSAGES.wrongType(1));
}

const addFile = method<DataHashing>([1, 1], (self, args, { world }: Session) => {
  self.parts.push(world.files.read(textArgument(args, 0)));
  return undefined;
});

const DATA_HASHING: BslType = defineType(DataHashing, {
  name: 'ХешированиеДанных|DataHashing',
  contexts: SERVER,
  construct: method([1, 1], (_, args) => new DataHashing(objectArgument(args, 0, EnumerationValue))),
  properties: {
    'ХешСумма|HashSum': { get: (self) => self.digest() },
    'ХешФункция|HashFunction': { get: ({ algorithm }) => algorithm },
  },
  methods: {
    'Добавить|Append': method([1, 2], add),
    'ДобавитьФайл|AppendFile': addFile,
    'Очистить|Clear': method([0, 0], (self) => {
      self.parts = [];
      return undefined;
    }),
  },
});

/** Hashing. */
export const HASHING: NameGroup = {
  types: [DATA_HASHING],
  properties: { 'ХешФункция|HashFunction': HASH_FUNCTION.property },
};
