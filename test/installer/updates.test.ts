import { expect, test } from 'vitest';
import type { JsValue, ModuleSource } from '../onec/index.ts';
import { BinaryData } from '../onec/platform/binary/binary-data.ts';
import { BslMap } from '../onec/platform/collections/map.ts';
import { bytesOfFile, idOf, type UpdateVectors, type VectorStep } from '../verify/updates/vector.ts';
import json from '../vectors/updates.json' with { type: 'json' };
import { data, loadCore } from './program.ts';
import { STUB_SOURCE } from './stub-source.ts';

/** Takes one step and answers with what a test compares. */
const STEP: ModuleSource = {
  name: 'Тест',
  text: `
Функция Шаг(Действие, Имя, Источник, Хранилище, Сейчас, Просрочка) Экспорт
	Мир = ВыпускДоверие.НовыйМир(Источник, Хранилище, Сейчас, Просрочка);
	Попытка
		Если Действие = "fast-check" Тогда
			Возврат ВыпускДоверие.БыстраяПроверка(Мир);
		КонецЕсли;
		Если Действие = "refresh-or-keep" Тогда
			Доверенное = ВыпускДоверие.ОбновитьИлиОстаться(Мир);
		Иначе
			Доверенное = ВыпускДоверие.ОбновитьМетаданные(Мир);
		КонецЕсли;
		Если Действие <> "document" Тогда
			Возврат Новый Структура("Просрочено", Доверенное.Просрочено);
		КонецЕсли;
		Данные = ВыпускДоверие.ДанныеДокумента(Доверенное, Имя, Мир);
		Если Данные = Неопределено Тогда
			Возврат Новый Структура("Код, Аргументы", "target-unknown", Новый Структура("name", Имя));
		КонецЕсли;
		Возврат Новый Структура("Документ", ВыпускБайты.СтрокаUTF8(Данные));
	Исключение
		Возврат ВыпускОтказы.ОтказИзОшибки(ИнформацияОбОшибке());
	КонецПопытки;
КонецФункции
`,
};

const vectors: UpdateVectors = json as UpdateVectors;
const program = loadCore(['ВыпускДоверие'], { stubs: [STEP, STUB_SOURCE] });
const files = new Map(Object.entries(vectors.files).map(([id, file]) => [id, data(bytesOfFile(file))]));

type Fields = Readonly<Record<string, JsValue>>;

const isFields = (value: JsValue): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Map);
const isMap = (value: JsValue): value is ReadonlyMap<JsValue, JsValue> => value instanceof Map;
const fieldsOf = (value: JsValue): Fields => (isFields(value) ? value : {});
const textOf = (value: JsValue): string => (typeof value === 'string' ? value : '');
const present = (fields: Fields): Record<string, JsValue> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
const plain = (value: JsValue): JsValue =>
  isMap(value) ? Object.fromEntries([...value].map(([key, item]) => [textOf(key), item])) : value;

function hintsOf(hints: JsValue): JsValue {
  if (!isMap(hints)) return undefined;
  return Object.fromEntries(
    [...hints].map(([id, hint]) => {
      const { Новейшие, КритичноНиже, Отозваны } = fieldsOf(hint);
      return [
        textOf(id),
        present({ latest: plain(Новейшие), criticalBelow: КритичноНиже, withdrawn: Отозваны }),
      ];
    }),
  );
}

/** The answer of the 1C side in the words of the vectors. */
function worded(value: JsValue): JsValue {
  const answer = fieldsOf(value);
  if ('Просрочено' in answer) return { accepted: true, expired: answer['Просрочено'] };
  if ('Документ' in answer) return { document: answer['Документ'] };
  if ('Код' in answer) {
    const code = textOf(answer['Код']);
    return { refused: code, ...(code.startsWith('json-') ? {} : { args: answer['Аргументы'] }) };
  }
  const kind = textOf(answer['Вид']);
  const refusal = answer['Отказ'] === undefined ? {} : fieldsOf(answer['Отказ']);
  const view = { version: answer['Версия'], expires: answer['Срок'], issued: answer['Выдано'] };
  return present({
    check: kind,
    source: answer['Источник'],
    reason: answer['Причина'],
    ...view,
    ...(typeof view.version === 'bigint' ? { version: Number(view.version) } : {}),
    hints: hintsOf(answer['Подсказки']),
    ...(kind === 'clock-behind' ? { signed: fieldsOf(refusal['Аргументы'])['signed'] } : {}),
    ...(kind === 'unreachable' ? { code: refusal['Код'] } : {}),
  });
}

function take(step: VectorStep, store: BslMap): Pick<VectorStep, 'result' | 'requests' | 'stored'> {
  for (const [name, id] of Object.entries(step.damage ?? {})) {
    if (id === null) store.entries.delete(`s${name}`);
    else store.insert(name, files.get(id));
  }
  const served = Object.entries(step.files).map(([path, id]) => [path, files.get(id) ?? id] as const);
  const source = { Файлы: new Map(served), Вопросы: [], ЗнаетETag: step.etags === true };
  const { value, args } = program.call('Тест', 'Шаг', [
    step.action,
    step.name,
    source,
    store,
    new Date(step.now),
    step.expiry,
  ]);
  const asked = fieldsOf(args[2])['Вопросы'] as string[];
  return { result: worded(value) as VectorStep['result'], requests: asked, stored: storedIn(store) };
}

/** A refusal of 1C is an exception, whose text holds a value in one line. */
function asException(result: VectorStep['result']): VectorStep['result'] {
  if (!('refused' in result) || result.args === undefined) return result;
  const args = Object.entries(result.args).map(([name, value]) => [name, value.replace(/\p{Cc}/gu, ' ')]);
  return { ...result, args: Object.fromEntries(args) as Record<string, string> };
}

function storedIn(store: BslMap): Record<string, string> {
  const stored = [...store.entries.values()].map(({ key, value }): [string, string] => [
    typeof key === 'string' ? key : '',
    value instanceof BinaryData ? idOf(value.bytes) : '',
  ]);
  return Object.fromEntries(stored.sort(([a], [b]) => (a < b ? -1 : 1)));
}

test.each(vectors.cases)('$name — $reason', ({ steps }) => {
  const store = new BslMap();
  for (const step of steps) {
    const { result, requests, stored } = step;
    expect(take(step, store)).toEqual({ result: asException(result), requests, stored });
  }
});
