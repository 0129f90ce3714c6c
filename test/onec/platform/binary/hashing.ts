import { createHash, type Hash } from 'node:crypto';
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
  #hash: Hash;
  #checksum = 0;

  constructor(algorithm: EnumerationValue) {
    super();
    this.algorithm = algorithm;
    this.#hash = this.#start();
  }

  get type(): BslType {
    return DATA_HASHING;
  }

  append(bytes: Uint8Array): void {
    if (this.#isChecksum) this.#checksum = crc32(bytes, this.#checksum);
    else this.#hash.update(bytes);
  }

  clear(): void {
    this.#hash = this.#start();
    this.#checksum = 0;
  }

  digest(): Value {
    if (this.#isChecksum) return BigInt(this.#checksum);
    return new BinaryData(Uint8Array.from(this.#hash.copy().digest()));
  }

  get #isChecksum(): boolean {
    return this.algorithm === HASH_FUNCTION.values.crc32;
  }

  #start(): Hash {
    return createHash(this.#isChecksum ? 'sha1' : this.algorithm.name.toLowerCase());
  }
}

function add(self: DataHashing, args: readonly Value[]): undefined {
  const [source] = args;
  if (typeof source === 'string') self.append(encodeText(source));
  else if (source instanceof BinaryData) self.append(source.bytes);
  else if (source instanceof MemoryStream) self.append(source.take(sizeArgument(args, 1, source.size)));
  else throw new BslException(MESSAGES.wrongType(1));
}

const addFile = method<DataHashing>([1, 1], (self, args, { world }: Session) => {
  self.append(world.files.read(textArgument(args, 0)));
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
      self.clear();
      return undefined;
    }),
  },
});

/** Hashing. */
export const HASHING: NameGroup = {
  types: [DATA_HASHING],
  properties: { 'ХешФункция|HashFunction': HASH_FUNCTION.property },
};
