import { assembleProcessor, PROCESSOR_NAME } from '../../scripts/installer/assemble.ts';
import type { BslModule } from '../../scripts/installer/bsl-tokens.ts';
import {
  createPlatform,
  InfobaseData,
  loadModules,
  type ExtensionFile,
  type JsValue,
  type Row,
  type StoredExtension,
  type Table,
} from '../onec/index.ts';
import { toBsl } from '../onec/platform/conversion.ts';
import type { Value } from '../onec/runtime/value.ts';
import { formSource } from './form-source.ts';
import { Walk } from './form-walk.ts';
import { standing } from './installation.ts';
import { checkedIn, ROMASHKA } from './installer-sources.ts';
import { sandbox } from './sandbox.ts';

const module = (name: string, text: string): BslModule => ({
  name,
  text: `#Область ПрограммныйИнтерфейс\n${text}\n#КонецОбласти\n`,
});

/** A facade whose documents are those of the test; memory, environment and everything of moving are the real ones. */
const STUBS: readonly BslModule[] = [
  module(
    'ВыпускКлиент',
    `
Функция НоваяРабота(Параметры = Неопределено) Экспорт
	Настройки = Новый Структура("Канал, ПоказыватьНепроверенные, ИдентификаторУстановки", "stable", Ложь, "id");
	Настройки.Вставить("ПоПросьбе", Истина);
	Работа = Новый Структура("Память", ВыпускПамять.Вспомнить("Ромашка Софт"));
	Работа.Вставить("Среда", ВыпускСреда.СредаИнформационнойБазы(Настройки));
	Работа.Вставить("Мир", Новый Структура("Сейчас", '20261121100000'));
	Возврат Работа;
КонецФункции

Процедура ЗавершитьРаботу(Работа) Экспорт
	ВыпускПамять.Запомнить(Работа.Память);
КонецПроцедуры

Функция ДокументРасширения(Работа, Идентификатор) Экспорт
	Возврат ХранилищеОбщихНастроек.Загрузить("Документы", "extensions/" + Идентификатор + ".json");
КонецФункции

Функция ДокументРаботы(Работа, ИмяЦели, Вид) Экспорт
	Возврат ХранилищеОбщихНастроек.Загрузить("Документы", ИмяЦели);
КонецФункции`,
  ),
  module(
    'ВыпускОбзор',
    `
Функция ОбзорРасширений(Работа) Экспорт
	Строка = Новый Структура("Идентификатор, Название, Версия, Дата", "crm-connector", "Ромашка", "1.2.1.1", "");
	Строка.Вставить("Установлена", "");
	Строка.Вставить("Состояние", "install");
	Строка.Вставить("Размер", 1);
	Строка.Вставить("МожноУстановить", Истина);
	Документ = ВыпускКлиент.ДокументРасширения(Работа, "crm-connector");
	Строка.Вставить("Причины", ВыпускПереезд.ЗаметкиОПереходах(Работа, Документ));
	Строка.Вставить("Кратко", "");
	Строка.Вставить("Отозвана", "");
	Обзор = Новый Структура("Строки, Ближайшие, Предупреждения", Новый Массив, Новый Массив, Новый Массив);
	Обзор.Вставить("СостояниеНа", '20261121');
	Обзор.Строки.Добавить(Строка);
	Возврат Обзор;
КонецФункции

Функция ПодробностиРасширения(Работа, Идентификатор) Экспорт
	Документ = ВыпускКлиент.ДокументРасширения(Работа, Идентификатор);
	Подробности = Новый Структура("Описание, ЧтоНового, Поставщик", "", "", "");
	Подробности.Вставить("ТекстСоглашения", "");
	Подробности.Вставить("ХешСоглашения", "");
	Подробности.Вставить("Переходы", ВыпускПереезд.ПереходыРасширения(Работа, Документ));
	Возврат Подробности;
КонецФункции`,
  ),
  module(
    'ВыпускДействия',
    `
Функция ПроверкиПередУстановкой(Работа, Идентификатор) Экспорт
	Проверки = Новый Структура("Препятствия, Мешают", Новый Массив, Новый Массив);
	Проверки.Вставить("ИзменитНастройки", Новый Массив);
	Возврат Проверки;
КонецФункции

Функция СкачатьРасширение(Работа, Идентификатор) Экспорт
	Возврат Неопределено;
КонецФункции

Функция УстановитьРасширение(Работа, Идентификатор, Согласия) Экспорт
	Итог = Новый Структура("Успех, Код, Текст", Истина, "installed", "Установлено");
	Итог.Вставить("Мешают", Новый Массив);
	Итог.Вставить("ТребуетсяПерезапуск", Истина);
	Возврат Итог;
КонецФункции`,
  ),
  module(
    'ВыпускАвтообновление',
    `
Функция ПроверитьОбновление(Работа) Экспорт
	Возврат Неопределено;
КонецФункции`,
  ),
  module(
    'ВыпускПоПараметрам',
    `
Функция ВыполнитьПоПараметрам(СтрокаПараметров) Экспорт
	Возврат Неопределено;
КонецФункции`,
  ),
];

const isStub = new Set(STUBS.map(({ name }) => name));
const { files } = assembleProcessor(
  { ...checkedIn, core: [...checkedIn.core.filter(({ name }) => !isStub.has(name)), ...STUBS] },
  ROMASHKA,
);
const OBJECT_MODULE = `${PROCESSOR_NAME}/Ext/ObjectModule.bsl`;
const processor = {
  name: PROCESSOR_NAME,
  text: files.find(({ path }) => path === OBJECT_MODULE)?.text ?? '',
};
const source = formSource(files, `${PROCESSOR_NAME}/Forms/Форма`, processor);

/** What an infobase of a walk has in the beginning. */
export interface WalkedParts {
  readonly tables: readonly Table[];
  readonly extensions: readonly ExtensionFile[];
  /** Verified documents by the names of their targets. */
  readonly documents: ReadonlyMap<string, JsValue>;
  readonly denied?: readonly string[];
  readonly touch?: InfobaseData['touch'];
}

/** An infobase that somebody walks through with the form; nothing of a session outlives it but what was remembered. */
export class WalkedBase {
  tables: readonly Table[];
  extensions: StoredExtension[];
  readonly #parts: WalkedParts;
  #settings = new Map<string, Value>();

  constructor(parts: WalkedParts) {
    this.#parts = parts;
    this.tables = parts.tables;
    this.extensions = parts.extensions.map(withId);
    for (const [name, document] of parts.documents)
      this.#settings.set(['Документы', name, 'Администратор'].join('\n').toLowerCase(), toBsl(document));
  }

  /** A copy with everything that is stored. */
  copy(): WalkedBase {
    const tables = this.tables.map((table) => ({
      ...table,
      rows: new Map([...table.rows].map(([key, row]): [string, Row] => [key, row.slice()])),
    }));
    const extensions = this.extensions.map(({ file }) => file);
    const copy = new WalkedBase({ ...this.#parts, tables, extensions });
    for (const [key, value] of this.#settings) copy.#settings.set(key, value);
    return copy;
  }

  /** Removes extensions and tables by hand, as the person at the Designer does. */
  remove(names: readonly string[]): void {
    this.extensions = this.extensions.filter(({ file }) => !names.includes(file.name));
    this.tables = this.tables.filter(({ fullName }) => !names.includes(fullName));
  }

  /** What installing leaves: the extension and its tables. */
  install(file: ExtensionFile, tables: readonly Table[]): void {
    this.extensions = [...this.extensions, withId(file, this.extensions.length)];
    this.tables = [...this.tables, ...tables];
  }

  table(name: string): Table | undefined {
    return this.tables.find(({ fullName }) => fullName === name);
  }

  /** A new session with the form at the list, the one extension chosen. */
  open(): Walk {
    const { denied = [], touch } = this.#parts;
    const data = new InfobaseData(this.tables, { denied, ...(touch && { touch }) });
    const platform = createPlatform({
      directory: sandbox,
      operationLimit: 10_000_000_000,
      infobase: { data, extensions: this.extensions },
    });
    for (const [key, value] of this.#settings) platform.world.settings.set(key, value);
    this.#settings = platform.world.settings;
    return new Walk(loadModules([], platform).openForm(source), platform)
      .start()
      .press('КнопкаПродолжить', 'ПоказатьРасширения')
      .choose('Расширения', 0, 'РасширенияПриАктивизацииСтроки');
  }

  /** A new session with the guide open. */
  guide(): Walk {
    return this.open().press('КнопкаПереход', 'ПерейтиСоСтарогоМодуля');
  }
}

const withId = (file: ExtensionFile, place: number): StoredExtension =>
  standing(file, { id: `00000000-0000-4000-8000-0000000000${String(place + 10)}` });
