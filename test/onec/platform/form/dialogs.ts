import { BenchGap } from '../../runtime/errors.ts';
import { BslObject, defineType, method, NativeObject, type BslType } from '../../runtime/object.ts';
import { present } from '../../runtime/presentation.ts';
import type { Session } from '../../runtime/session.ts';
import type { Value } from '../../runtime/value.ts';
import {
  CLIENT,
  flagArgument,
  objectArgument,
  textArgument,
  type FunctionDescription,
  type NameGroup,
} from '../define.ts';
import { defineEnumeration } from '../enumeration.ts';

/** What the person at the screen sees and answers; tests fill `answers` and read `shown`. */
export interface Screen {
  /** Texts of warnings, questions and notices, oldest first. */
  readonly shown: string[];
  /** Answers to the next questions: `Да`, `Нет`, `OK`, … */
  readonly answers: string[];
  /** Notifications that run when the handler that asked has ended. */
  readonly pending: (() => void)[];
  /** Files that the person will choose, in order; `undefined` is a dialog that was closed. */
  readonly files: ({ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> } | undefined)[];
  /** Files that the person saved. */
  readonly saved: { readonly name: string; readonly bytes: Uint8Array }[];
  /** Names of the forms that were opened. */
  readonly opened: string[];
  /** `true` when the module asked to restart, `false` when it asked to end. */
  restart: boolean | undefined;
}

const RETURN_CODE = defineEnumeration({
  name: 'КодВозвратаДиалога|DialogReturnCode',
  contexts: CLIENT,
  values: {
    yes: 'Да|Yes',
    no: 'Нет|No',
    ok: 'OK|OK',
    cancel: 'Отмена|Cancel',
    retry: 'Повторить|Retry',
    abort: 'Прервать|Abort',
  },
});

const MODE = defineEnumeration({
  name: 'РежимДиалогаВопрос|QuestionDialogMode',
  contexts: CLIENT,
  values: {
    yesNo: 'ДаНет|YesNo',
    yesNoCancel: 'ДаНетОтмена|YesNoCancel',
    ok: 'OK|OK',
    okCancel: 'OKОтмена|OKCancel',
    retryCancel: 'ПовторитьОтмена|RetryCancel',
  },
});

/** `ОписаниеОповещения(Процедура, Модуль, Параметры)`: the procedure must be exported. */
class NotifyDescription extends NativeObject {
  readonly procedure: string;
  readonly module: BslObject;
  readonly parameters: Value;

  constructor(procedure: string, module: BslObject, parameters: Value) {
    super();
    this.procedure = procedure;
    this.module = module;
    this.parameters = parameters;
  }

  get type(): BslType {
    return NOTIFY_DESCRIPTION;
  }

  run(result: readonly Value[], session: Session): void {
    this.module.callMethod(this.procedure, [...result, this.parameters], session);
  }
}

const NOTIFY_DESCRIPTION: BslType = defineType(NotifyDescription, {
  name: 'ОписаниеОповещения|NotifyDescription',
  contexts: CLIENT,
  construct: method(
    [2, 5],
    (_, args) => new NotifyDescription(textArgument(args, 0), objectArgument(args, 1, BslObject), args[2]),
  ),
});

function answerTo(question: Value, { world }: Session): Value {
  world.screen.shown.push(present(question));
  const answer = world.screen.answers.shift();
  const code = Object.values(RETURN_CODE.values).find(({ name }) => name === answer);
  if (!code) throw new BenchGap(`nobody answers «${present(question)}»: the test gave ${String(answer)}`);
  return code;
}

const onClient = (
  takes: readonly [number, number],
  run: (args: Value[], session: Session) => Value,
  since?: string,
): FunctionDescription => ({ contexts: CLIENT, takes, run, ...(since !== undefined && { since }) });

/** The answer arrives after the handler that asked has ended, as on the platform. */
export function later(notification: Value, result: readonly Value[], session: Session): undefined {
  if (notification === undefined) return;
  const description = objectArgument([notification], 0, NotifyDescription);
  session.world.screen.pending.push(() => description.run(result, session));
}

const warn = (args: readonly Value[], session: Session): undefined => {
  session.world.screen.shown.push(present(args[1]));
  return later(args[0], [], session);
};

/** Dialogs: clients only. Asynchronous ones since 8.3.18 (platform-1c.md 3). */
export const DIALOGS: NameGroup = {
  types: [NOTIFY_DESCRIPTION],
  properties: {
    'КодВозвратаДиалога|DialogReturnCode': RETURN_CODE.property,
    'РежимДиалогаВопрос|QuestionDialogMode': MODE.property,
  },
  functions: {
    'ПоказатьПредупреждение|ShowMessageBox': onClient([0, 4], warn),
    'ПоказатьВопрос|ShowQueryBox': onClient([3, 7], (args, session) =>
      later(args[0], [answerTo(args[1], session)], session),
    ),
    'ПоказатьОповещениеПользователя|ShowUserNotification': onClient([0, 6], (args, { world }) => {
      world.screen.shown.push([args[0], args[2]].map(present).join(': '));
      return undefined;
    }),
    'ВыполнитьОбработкуОповещения|ExecuteNotifyProcessing': onClient([1, 2], (args, session) => {
      objectArgument(args, 0, NotifyDescription).run([args[1]], session);
      return undefined;
    }),
    'ВопросАсинх|DoQueryBoxAsync': onClient([2, 6], (args, session) => answerTo(args[0], session), '8.3.18'),
    'ПредупреждениеАсинх|DoMessageBoxAsync': onClient(
      [1, 3],
      (args, session) => warn([undefined, args[0]], session),
      '8.3.18',
    ),
    'ЗавершитьРаботуСистемы|Exit': onClient([0, 3], (args, { world }) => {
      world.screen.restart = flagArgument(args, 1);
      return undefined;
    }),
  },
};
