import { ErrorInfo, ERROR_INFO } from '../../runtime/error-info.ts';
import { BslException, briefText } from '../../runtime/errors.ts';
import { defineType, method, NativeObject, type BslType } from '../../runtime/object.ts';
import { EVERYWHERE, objectArgument, type NameGroup } from '../define.ts';
import { defineEnumeration } from '../enumeration.ts';

/** `ОбработкаОшибок`, since 8.3.17. Source: platform-1c.md 9. */
class ErrorProcessing extends NativeObject {
  get type(): BslType {
    return ERROR_PROCESSING;
  }
}

const ERROR_PROCESSING: BslType = defineType(ErrorProcessing, {
  name: 'МенеджерОбработкиОшибок|ErrorProcessingManager',
  contexts: EVERYWHERE,
  methods: {
    'КраткоеПредставлениеОшибки|BriefErrorDescription': method(
      [1, 1],
      (_, args) => objectArgument(args, 0, ErrorInfo).brief,
    ),
    'ПодробноеПредставлениеОшибки|DetailErrorDescription': method(
      [1, 1],
      (_, args) => objectArgument(args, 0, ErrorInfo).detailed,
    ),
    'СообщениеОбОшибкеДляПользователя|ErrorMessageForUser': method(
      [1, 2],
      (_, args) => objectArgument(args, 0, ErrorInfo).brief,
    ),
  },
});

const PROCESSING = new ErrorProcessing();

/** `КатегорияОшибки`, since 8.3.17. */
const CATEGORY = defineEnumeration({
  name: 'КатегорияОшибки|ErrorCategory',
  contexts: EVERYWHERE,
  since: '8.3.17',
  values: {
    network: 'СетеваяОшибка|NetworkError',
    configuration: 'ОшибкаКонфигурации|ConfigurationError',
    access: 'НарушениеПравДоступа|AccessViolation',
    all: 'ВсеОшибки|AllErrors',
    other: 'ПрочаяОшибка|OtherError',
  },
});

/** Errors as modules see them. */
export const ERRORS: NameGroup = {
  functions: {
    'ИнформацияОбОшибке|ErrorInfo': {
      contexts: EVERYWHERE,
      takes: [0, 0],
      run: (_, session) => new ErrorInfo(session.error ?? new BslException('')),
    },
    'ОписаниеОшибки|ErrorDescription': {
      contexts: EVERYWHERE,
      takes: [0, 0],
      run: (_, session) => (session.error ? briefText(session.error) : ''),
    },
    'КраткоеПредставлениеОшибки|BriefErrorDescription': {
      contexts: EVERYWHERE,
      takes: [1, 1],
      run: (args) => objectArgument(args, 0, ErrorInfo).brief,
    },
    'ПодробноеПредставлениеОшибки|DetailErrorDescription': {
      contexts: EVERYWHERE,
      takes: [1, 1],
      run: (args) => objectArgument(args, 0, ErrorInfo).detailed,
    },
  },
  properties: {
    'ОбработкаОшибок|ErrorProcessing': { contexts: EVERYWHERE, since: '8.3.17', get: () => PROCESSING },
    'КатегорияОшибки|ErrorCategory': CATEGORY.property,
  },
  types: [ERROR_INFO],
};
