import { BslException, briefText, detailedText } from './errors.ts';
import { defineType, NativeObject, type BslType } from './object.ts';
import type { Value } from './value.ts';

/** `ИнформацияОбОшибке`. */
export class ErrorInfo extends NativeObject {
  readonly error: BslException;

  constructor(error: BslException) {
    super();
    this.error = error;
  }

  get type(): BslType {
    return ERROR_INFO;
  }

  override present(): string {
    return briefText(this.error);
  }

  get brief(): string {
    return briefText(this.error);
  }

  get detailed(): string {
    return detailedText(this.error);
  }
}

const reasonOf = ({ error }: ErrorInfo): Value => error.reason && new ErrorInfo(error.reason);

/** Type of {@link ErrorInfo}. */
export const ERROR_INFO: BslType = defineType(ErrorInfo, {
  name: 'ИнформацияОбОшибке|ErrorInfo',
  contexts: ['server', 'thinClient', 'webClient'],
  canCrossBorder: true,
  properties: {
    'Описание|Description': { get: ({ error }) => error.description },
    'Причина|Cause': { get: reasonOf },
    'ИмяМодуля|ModuleName': { get: ({ error }) => error.place?.module ?? '' },
    'НомерСтроки|LineNumber': { get: ({ error }) => BigInt(error.place?.line ?? 0) },
    'ИсходнаяСтрока|SourceLine': { get: ({ error }) => error.place?.source ?? '' },
  },
});
