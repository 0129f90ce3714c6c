import { BslException } from '../runtime/errors.ts';
import { defineType, method, NativeObject, type BslType } from '../runtime/object.ts';
import { EVERYWHERE, textArgument } from './define.ts';

const EMPTY = '00000000-0000-0000-0000-000000000000';
const SHAPE = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `УникальныйИдентификатор`: compares by value; a new one comes from a count, so that tests repeat. */
export class UniqueId extends NativeObject {
  readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }

  get type(): BslType {
    return UNIQUE_ID;
  }

  override present(): string {
    return this.text;
  }

  override equalityKey(): string {
    return this.text;
  }

  override isFilled(): boolean {
    return this.text !== EMPTY;
  }

  override xmlText(): string {
    return this.text;
  }
}

/** Type of {@link UniqueId}. */
export const UNIQUE_ID: BslType = defineType(UniqueId, {
  name: 'УникальныйИдентификатор|UUID',
  contexts: EVERYWHERE,
  canCrossBorder: true,
  construct: method([0, 1], (_, args, { world }) => {
    if (args.length === 0) return new UniqueId(world.nextId());
    const text = textArgument(args, 0).toLowerCase();
    if (!SHAPE.test(text)) throw new BslException('Неверный формат уникального идентификатора');
    return new UniqueId(text);
  }),
});

/** The n-th identifier of a world. */
export const numberedId = (count: number): string =>
  `00000000-0000-4000-8000-${count.toString(16).padStart(12, '0')}`;
