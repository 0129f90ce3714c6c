import { defineType, NativeObject, type BslType } from '../../runtime/object.ts';
import type { Value } from '../../runtime/value.ts';
import { EVERYWHERE } from '../define.ts';

/** `КлючИЗначение`: what a walk over a structure or a map gives. */
export class KeyAndValue extends NativeObject {
  readonly key: Value;
  readonly value: Value;

  constructor(key: Value, value: Value) {
    super();
    this.key = key;
    this.value = value;
  }

  get type(): BslType {
    return KEY_AND_VALUE;
  }
}

/** Type of {@link KeyAndValue}; modules cannot make one. */
export const KEY_AND_VALUE: BslType = defineType(KeyAndValue, {
  name: 'КлючИЗначение|KeyAndValue',
  contexts: EVERYWHERE,
  properties: {
    'Ключ|Key': { get: ({ key }) => key },
    'Значение|Value': { get: ({ value }) => value },
  },
});
