import { defineType, method, NativeObject, type BslType } from '../../runtime/object.ts';
import type { Value } from '../../runtime/value.ts';
import { EVERYWHERE, textArgument } from '../define.ts';
import { MemoryStream } from './stream.ts';

/** `ДвоичныеДанные`: cannot change; two with the same bytes are equal with `=`. Source: platform-1c.md 5.2. */
export class BinaryData extends NativeObject {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    super();
    this.bytes = bytes;
  }

  get type(): BslType {
    return BINARY_DATA;
  }

  override present(): string {
    const shown = Buffer.from(this.bytes.subarray(0, 16)).toString('hex').toUpperCase();
    return (shown.match(/../g) ?? []).join(' ');
  }

  override equalityKey(): string {
    return Buffer.from(this.bytes).toString('latin1');
  }

  override isFilled(): boolean {
    return this.bytes.length > 0;
  }

  override xmlText(): string {
    return Buffer.from(this.bytes).toString('base64');
  }
}

/** Type of {@link BinaryData}. */
export const BINARY_DATA: BslType = defineType(BinaryData, {
  name: 'ДвоичныеДанные|BinaryData',
  contexts: EVERYWHERE,
  canCrossBorder: true,
  construct: method([1, 1], (_, args, { world }) => new BinaryData(world.files.read(textArgument(args, 0)))),
  methods: {
    'Размер|Size': method([0, 0], ({ bytes }) => BigInt(bytes.length)),
    'Записать|Write': method<BinaryData>([1, 1], ({ bytes }, args, { world }): Value => {
      world.files.write(textArgument(args, 0), bytes);
      return undefined;
    }),
    'ОткрытьПотокДляЧтения|OpenStreamForRead': method(
      [0, 0],
      ({ bytes }) => new MemoryStream(bytes.slice(), 'read'),
    ),
  },
});
