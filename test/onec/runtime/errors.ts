import type { Position } from '../lexer/token.ts';

/** Where an error of the language arose. */
export interface ErrorPlace extends Position {
  readonly module: string;
  readonly source: string;
}

/**
 * An exception of the 1C language, caught by `Попытка`. `description` is what `ИнформацияОбОшибке().Описание` gives;
 * the platform wraps what its own methods throw, the true reason is then in `reason`.
 */
export class BslException extends Error {
  override readonly name = 'BslException';
  readonly description: string;
  readonly reason: BslException | undefined;
  place: ErrorPlace | undefined = undefined;

  constructor(description: string, reason?: BslException) {
    super(reason ? `${description}: ${reason.message}` : description);
    this.description = description;
    this.reason = reason;
  }
}

/** The session is gone: no `Попытка` catches it. Source: platform-1c.md 5.2 (a byte out of range). */
export class SessionKilled extends Error {
  override readonly name = 'SessionKilled';
}

/** The module asks for something whose behaviour the bench does not know or does not double; never caught by `Попытка`. */
export class BenchGap extends Error {
  override readonly name = 'BenchGap';
}

/** A limit of the bench was reached: the platform would hang or wait for ever here. */
export class BenchLimit extends Error {
  override readonly name = 'BenchLimit';
}

/** Message with the names of the whole chain, as `КраткоеПредставлениеОшибки` shows it. */
export function briefText(error: BslException): string {
  return error.reason ? `${error.description}: ${briefText(error.reason)}` : error.description;
}

/** Message with places and source lines, as `ПодробноеПредставлениеОшибки` shows it. */
export function detailedText(error: BslException): string {
  const { place } = error;
  const head = place
    ? `{${place.module}(${place.line})}: ${error.description}\n${place.source.trim()}`
    : error.description;
  return error.reason ? `${head}\nпо причине:\n${detailedText(error.reason)}` : head;
}

/** Texts of the errors of the language itself, as the platform words them in Russian. */
export const MESSAGES = {
  noField: (name: string) => `Поле объекта не обнаружено (${name})`,
  fieldReadOnly: (name: string) => `Поле объекта недоступно для записи (${name})`,
  noMethod: (name: string) => `Метод объекта не обнаружен (${name})`,
  notObject: (name: string) => `Значение не является значением объектного типа (${name})`,
  noVariable: (name: string) => `Переменная не определена (${name})`,
  noFunction: (name: string) => `Процедура или функция с указанным именем не определена (${name})`,
  noType: (name: string) => `Тип не определен (${name})`,
  cannotConstruct: (name: string) => `Конструктор не найден (${name})`,
  cannotConvert: (type: string) => `Преобразование значения к типу ${type} не может быть выполнено`,
  cannotCompare:
    'Операции сравнения на больше-меньше допустимы только для значений совпадающих примитивных типов ' +
    '(Булево, Число, Строка, Дата)',
  divisionByZero: 'Деление на 0',
  tooManyArguments: 'Слишком много фактических параметров',
  tooFewArguments: 'Недостаточно фактических параметров',
  wrongType: (position: number) => `Несоответствие типов (параметр номер '${position}')`,
  wrongValue: (position: number) => `Недопустимое значение параметра (параметр номер '${position}')`,
  indexOutside: 'Индекс находится за границами массива',
  noIndex: 'Получение элемента по индексу для значения не определено',
  cannotIterate: 'Итератор для значения не определен',
  contextCall: (method: string) => `Ошибка при вызове метода контекста (${method})`,
  contextConstructor: (type: string) => `Ошибка при вызове конструктора (${type})`,
  procedureAsFunction: (name: string) => `Обращение к процедуре как к функции (${name})`,
  stackOverflow: 'Переполнение стека встроенного языка на сервере',
} as const;
