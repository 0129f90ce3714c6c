import { defineType, method, NativeObject, type BslType } from '../../runtime/object.ts';
import { flagArgument, SERVER } from '../define.ts';

/** `ОписаниеЗащитыОтОпасныхДействий`. Source: platform-1c.md 1.2. */
export class ProtectionDescription extends NativeObject {
  warns: boolean;

  constructor(warns: boolean) {
    super();
    this.warns = warns;
  }

  get type(): BslType {
    return PROTECTION;
  }
}

/** Type of {@link ProtectionDescription}. */
export const PROTECTION: BslType = defineType(ProtectionDescription, {
  name: 'ОписаниеЗащитыОтОпасныхДействий|UnsafeOperationProtectionDescription',
  contexts: SERVER,
  construct: method([0, 0], () => new ProtectionDescription(true)),
  properties: {
    'ПредупреждатьОбОпасныхДействиях|UnsafeOperationWarnings': {
      get: ({ warns }) => warns,
      set: (self, value) => {
        self.warns = flagArgument([value], 0);
      },
    },
  },
});
