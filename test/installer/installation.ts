import {
  createPlatform,
  describeFile,
  InfobaseData,
  storedHash,
  type ExtensionFile,
  type ForeignSession,
  type Infobase,
  type JsValue,
  type StoredExtension,
} from '../onec/index.ts';
import type { Value } from '../onec/runtime/value.ts';
import { data, loadCore } from './program.ts';
import { membersOf, type Members } from './values.ts';

/** Installs by a plan laid over the usual one, as the facade does, with the memory and the environment of the infobase. */
const TRIAL = `
Функция Установить(Изменения) Экспорт
	План = СобранныйПлан(Изменения);
	Возврат ВыпускУстановка.УстановитьФайл(План, Среда());
КонецФункции

Функция Препятствия(Изменения) Экспорт
	План = СобранныйПлан(Изменения);
	Все = ВыпускУстановка.Препятствия(План, Среда());
	Для Каждого Настройка Из ВыпускУстановка.ИзменяемыеНастройки(План) Цикл
		Все.Добавить(Настройка);
	КонецЦикла;
	Возврат Все;
КонецФункции

Функция Завершить(МетодПроверки, Сейчас = '20261121') Экспорт
	Возврат ВыпускУстановка.ЗавершитьПрерванное(ВыпускПамять.Вспомнить("demo"), МетодПроверки, Сейчас);
КонецФункции

Процедура ПроверитьИЗапомнить() Экспорт
	Память = ВыпускПамять.Вспомнить("demo");
	ХранилищеОбщихНастроек.Сохранить("Проверка", "идет", Истина);
	Память.НечегоСообщить = "проверено";
	ВыпускПамять.Запомнить(Память);
КонецПроцедуры

Функция Память() Экспорт
	Возврат ВыпускПамять.Вспомнить("demo");
КонецФункции

Функция СобранныйПлан(Изменения)
	План = ВыпускУстановка.НовыйПлан(ВыпускПамять.Вспомнить("demo"));
	План.Сейчас = '20261121';
	ЗаполнитьЗначенияСвойств(План, Изменения);
	Возврат План;
КонецФункции

Функция Среда()
	Настройки = Новый Структура("Канал, ПоказыватьНепроверенные", "stable", Ложь);
	Настройки.Вставить("ИдентификаторУстановки", "id");
	Настройки.Вставить("ПоПросьбе", Истина);
	Возврат ВыпускСреда.СредаИнформационнойБазы(Настройки);
КонецФункции`;

/** The method by which a background job proves that an extension attaches. */
export const PROOF = 'ВыпускУстановка.ПроверитьПодключениеВЗадании';

/** What stands in the infobase before an update. */
export const OLD: ExtensionFile = { name: 'Скидки', version: '1.1' };
/** What is installed. */
export const NEW: ExtensionFile = { name: 'Скидки', version: '1.2' };

/** An extension as the infobase stores it. */
export const standing = (file: ExtensionFile, more: Partial<StoredExtension> = {}): StoredExtension => ({
  id: '00000000-0000-4000-8000-00000000aaaa',
  file,
  bytes: describeFile(file),
  active: true,
  safeMode: false,
  warnsOfDangerousActions: false,
  mainRolesForAll: true,
  usedInDistributed: true,
  fromMainNode: false,
  ...more,
});

/** A session of somebody else. */
export const SOMEBODY: ForeignSession = {
  ...{ number: 7, user: 'Иванов', computer: 'pc', application: '1CV8C' },
  started: new Date(0),
};

/** The platform's own hash of a file, as the memory keeps it. */
export const platformHash = (file: ExtensionFile): string =>
  Buffer.from(storedHash(describeFile(file))).toString('hex');

/** An infobase that outlives the programs that run in it. */
export class Base {
  readonly infobase: Infobase;
  readonly #settings = new Map<string, Value>();

  constructor(given: Partial<Infobase> = {}) {
    this.infobase = createPlatform({ infobase: given }).world.infobase;
  }

  /**
   * Calls the trial module in a session of its own; what it leaves behind stays, even when it dies. Sessions share the
   * infobase and its settings, each has a transaction of its own, so that one can run while another is in the middle.
   */
  run(method: string, args: readonly JsValue[] = [], session: Partial<Infobase> = {}): JsValue {
    const data = new InfobaseData([...(this.infobase.data?.tables.values() ?? [])]);
    const program = loadCore(['ВыпускУстановка', 'ВыпускПамять', 'ВыпускСреда'], {
      platform: { infobase: { ...this.infobase, data, ...session }, settings: this.#settings },
      stubs: [{ name: 'Проба', text: TRIAL }],
    });
    try {
      return program.call('Проба', method, args).value;
    } finally {
      data.endSession();
      this.#keep(program.platform.world.infobase);
    }
  }

  /** Installs `NEW`, consenting to everything, unless the plan says otherwise. */
  install(plan: Members = {}, file: ExtensionFile = NEW, session: Partial<Infobase> = {}): Members {
    const whole = { ...CONSENT, Данные: data(describeFile(file)), ...plan };
    return membersOf(this.run('Установить', [whole], session));
  }

  /** Codes and levels of all obstacles, consent not asked yet. */
  obstacles(plan: Members = {}, file: ExtensionFile = NEW): JsValue {
    return this.run('Препятствия', [{ ...NAMES, Данные: data(describeFile(file)), ...plan }]);
  }

  get memory(): Members {
    return membersOf(this.run('Память'));
  }

  // The platform copies the parts of an infobase that it was given; those that change are taken back.
  #keep(changed: Infobase): void {
    this.infobase.failNextWrite = changed.failNextWrite;
    this.infobase.privileged = false;
  }
}

const NAMES: Members = { Имя: 'Скидки', Версия: '1.2', Идентификатор: 'discounts', МетодПроверки: PROOF };
const CONSENT: Members = { ...NAMES, РазрешеноЗаменить: true, РазрешеныНастройки: true };

/** What stands in an infobase, in short: version, safe mode, protection, default roles, switched on. */
export const holds = ({ infobase }: Base) =>
  infobase.extensions.map(({ file, safeMode, warnsOfDangerousActions, mainRolesForAll, active }) => [
    file.name,
    file.version,
    safeMode,
    warnsOfDangerousActions,
    mainRolesForAll,
    active,
  ]);

/** The old version as it stood. */
export const UNTOUCHED = [['Скидки', '1.1', false, false, true, true]];
/** The new version over the old one. */
export const UPDATED = [['Скидки', '1.2', true, true, true, true]];
/** The new version where nothing stood. */
export const ADDED = [['Скидки', '1.2', true, true, false, true]];

/** An infobase that installed `OLD` with our help. */
export function known(given: Partial<Infobase> = {}, old: ExtensionFile = OLD): Base {
  const base = new Base({ ...given });
  base.install({ Версия: old.version, БезопасныйРежим: false, ЗащитаОтОпасныхДействий: false }, old);
  const [extension] = base.infobase.extensions;
  if (extension) extension.mainRolesForAll = true;
  return base;
}
