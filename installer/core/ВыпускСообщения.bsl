// Фразы для людей: что случилось и что делать. Единственное место, где стоят тексты.
//
// Фраза ищется по коду. Если у кода их несколько, ключ говорит, какие значения для нее нужны: «withdrawn?replacement»
// берется, когда известна замена. Значения стоят в квадратных скобках и вставляются за один проход: чужой текст не
// может принести с собой новых.

#Область ПрограммныйИнтерфейс

// Почему выпуск не предлагается или что о нем надо знать.
//
// Параметры:
//  Причина - Структура - Код и Аргументы, см. ВыпускРешение.Решить.
//
// Возвращаемое значение:
//  Строка
//
Функция ТекстПричины(Причина) Экспорт

	Если Причина.Код <> "conflict" Тогда
		Возврат ТекстПоКоду(Причина.Код, Причина.Аргументы);
	КонецЕсли;
	// Почему мешает, пишет издатель: на своем языке и, может быть, по-английски.
	Язык = НСтр("ru = 'ru'; en = 'en'");
	НаЯзыке = ЗначениеАргумента(Причина.Аргументы, Язык);
	Почему = ?(НаЯзыке = "", ЗначениеАргумента(Причина.Аргументы, "ru"), НаЯзыке);
	ЭтоОтказ = ЗначениеАргумента(Причина.Аргументы, "action") = "refuse";
	Аргументы = Новый Структура("name, reason", ЗначениеАргумента(Причина.Аргументы, "name"), Почему);
	Возврат ТекстПоКоду(?(ЭтоОтказ, "conflict", "conflict-warn"), Аргументы);

КонецФункции

// Почему пришедшее извне не принято.
//
// Параметры:
//  Отказ - Структура - Код и Аргументы, см. ВыпускОтказы.ОтказИзОшибки.
//
// Возвращаемое значение:
//  Строка
//
Функция ТекстОтказа(Отказ) Экспорт

	Аргументы = Отказ.Аргументы;
	Если Отказ.Код = "fetch-failed" Тогда
		Аргументы = Новый Структура;
		Для Каждого Аргумент Из Отказ.Аргументы Цикл
			Аргументы.Вставить(Аргумент.Ключ, Аргумент.Значение);
		КонецЦикла;
		Аргументы.Вставить("reason", СловамиПричинаСвязи(ЗначениеАргумента(Отказ.Аргументы, "reason")));
		Если ЗначениеАргумента(Аргументы, "proxy") = "" И Аргументы.Свойство("computer") Тогда
			Аргументы.Вставить("proxy", НСтр("ru = 'не задан'; en = 'none'"));
		КонецЕсли;
	КонецЕсли;
	Если Отказ.Код = "migration-step-unverified" Тогда
		Возврат ТекстПоКоду("unverified-" + ЗначениеАргумента(Аргументы, "verify"), Аргументы);
	КонецЕсли;
	Возврат ТекстПоКоду(Отказ.Код, Аргументы);

КонецФункции

// Что мешает установке или о чем надо знать до нее.
//
// Параметры:
//  Препятствие - Структура - Код и Аргументы, см. ВыпускУстановка.Препятствия.
//
// Возвращаемое значение:
//  Строка
//
Функция ТекстПрепятствия(Препятствие) Экспорт

	Возврат ТекстПричины(Препятствие);

КонецФункции

// Чем кончилась установка и что стало с базой.
//
// Параметры:
//  Исход - Структура - см. ВыпускУстановка.УстановитьФайл.
//
// Возвращаемое значение:
//  Строка
//
Функция ТекстИсхода(Исход) Экспорт

	Текст = ТекстПоКоду(Исход.Код, Исход.Аргументы);
	Если Исход.Откат = "not-needed" Тогда
		Возврат Текст;
	КонецЕсли;
	Возврат Текст + " " + ТекстПоКоду("rollback-" + Исход.Откат, Новый Структура("text", Исход.ТекстОтката));

КонецФункции

// Что после установки остается сделать руками.
//
// Параметры:
//  Выпуск - Соответствие - выпуск из документа.
//
// Возвращаемое значение:
//  Массив из Строка
//
Функция ЧтоОсталосьСделать(Выпуск) Экспорт

	Дела = Новый Массив;
	Дела.Добавить(ТекстПоКоду("todo-restart", Новый Структура));
	Установка = Выпуск["install"];
	Публикации = ?(Установка = Неопределено, Неопределено, Установка["publish"]);
	Если Публикации = Неопределено Тогда
		Возврат Дела;
	КонецЕсли;
	Для Каждого Публикация Из Публикации Цикл
		// Чего этот установщик еще не знает, называется как есть.
		Текст = ТекстПоКоду("todo-" + Публикация, Новый Структура);
		Дела.Добавить(?(Текст = "todo-" + Публикация, Публикация, Текст));
	КонецЦикла;
	Возврат Дела;

КонецФункции

// Что сказать тому, у кого стоит отозванная версия.
//
// Параметры:
//  Отзыв - Соответствие - withdrawn выпуска из документа.
//
// Возвращаемое значение:
//  Строка
//
Функция ТекстОтзыва(Отзыв) Экспорт

	Аргументы = Новый Структура("reason, replacement", ТекстИздателя(Отзыв["reason"]), Отзыв["replacement"]);
	Возврат ТекстПоКоду("note-withdrawn", Аргументы);

КонецФункции

// Почему вышедшее для других конфигураций близко к этой.
//
// Параметры:
//  Близкое - Структура - см. ВыпускРешение.Ближайшие.
//
// Возвращаемое значение:
//  Строка
//
Функция ТекстБлизости(Близкое) Экспорт

	Аргументы = Новый Структура("configurations", СтрСоединить(Близкое.Конфигурации, ", "));
	Аргументы.Вставить("shared", СтрСоединить(Близкое.Общие, ", "));
	Возврат ТекстПоКоду("note-near-" + Близкое.Основание, Аргументы);

КонецФункции

// Кого спросить.
//
// Параметры:
//  Поставщик - Соответствие - vendor документа расширения.
//
// Возвращаемое значение:
//  Строка
//
Функция ТекстОПоставщике(Поставщик) Экспорт

	Контакт = ?(Поставщик["email"] = Неопределено, Поставщик["url"], Поставщик["email"]);
	Аргументы = Новый Структура("name, contact", ТекстИздателя(Поставщик["name"]), Контакт);
	Возврат ТекстПоКоду("note-vendor", Аргументы);

КонецФункции

// Комплект, срок которого вышел: его возраст - сведение, он ничего не останавливает.
//
// Параметры:
//  Подписано - Дата - универсальное время.
//
// Возвращаемое значение:
//  Строка
//
Функция ТекстОВозрасте(Подписано) Экспорт

	Возврат ТекстПоКоду("note-old", Новый Структура("signed", Лев(XMLСтрока(Подписано), 10)));

КонецФункции

// Установленная версия опасно стара.
//
// Параметры:
//  Версия - Строка - критический выпуск новее нее.
//
// Возвращаемое значение:
//  Строка
//
Функция ТекстОСтарости(Версия) Экспорт

	Возврат ТекстПоКоду("note-too-old", Новый Структура("version", Версия));

КонецФункции

// Слово или фраза перехода с другого модуля.
//
// Параметры:
//  Код - Строка - ключ фразы.
//  Аргументы - Структура, Неопределено - значения для фразы.
//
// Возвращаемое значение:
//  Строка
//
Функция ТекстПереезда(Код, Аргументы = Неопределено) Экспорт

	Возврат ТекстПоКоду(Код, ?(Аргументы = Неопределено, Новый Структура, Аргументы));

КонецФункции

// Текст на языке сеанса из текстов издателя; русский, если на языке сеанса его нет.
//
// Параметры:
//  Тексты - Соответствие, Неопределено - тексты по кодам языков.
//
// Возвращаемое значение:
//  Строка
//
Функция ТекстИздателя(Тексты) Экспорт

	Если ТипЗнч(Тексты) <> Тип("Соответствие") Тогда
		Возврат "";
	КонецЕсли;
	Для Каждого Язык Из СтрРазделить(НСтр("ru = 'ru,en'; en = 'en,ru'"), ",") Цикл
		Если ТипЗнч(Тексты[Язык]) = Тип("Строка") Тогда
			Возврат Тексты[Язык];
		КонецЕсли;
	КонецЦикла;
	Возврат "";

КонецФункции

#КонецОбласти

#Область СлужебныеПроцедурыИФункции

#Область ПодборФразы

Функция ТекстПоКоду(Код, Аргументы)

	Лучший = "";
	Фраза = Неопределено;
	Для Каждого Пара Из ВсеТексты() Цикл
		Части = СтрРазделить(Пара.Ключ, "?", Истина);
		Подходит = Части[0] = Код И (Фраза = Неопределено Или СтрДлина(Пара.Ключ) > СтрДлина(Лучший));
		Для Номер = 1 По ?(Подходит, Части.ВГраница(), 0) Цикл
			Подходит = Подходит И ЗначениеАргумента(Аргументы, Части[Номер]) <> "";
		КонецЦикла;
		Если Подходит Тогда
			Лучший = Пара.Ключ;
			Фраза = Пара.Значение;
		КонецЕсли;
	КонецЦикла;
	Если Фраза = Неопределено Тогда
		// Код, которого этот установщик еще не знает: лучше он сам, чем ничего.
		Возврат Код;
	КонецЕсли;
	Возврат ЗаполненнаяФраза(СтрЗаменить(Фраза, Символы.ПС, " "), Аргументы);

КонецФункции

Функция ЗаполненнаяФраза(Фраза, Аргументы)

	Куски = Новый Массив;
	Остаток = Фраза;
	Начало = СтрНайти(Остаток, "[");
	Пока Начало > 0 Цикл
		Конец = СтрНайти(Остаток, "]");
		Куски.Добавить(Лев(Остаток, Начало - 1));
		Куски.Добавить(ЗначениеАргумента(Аргументы, Сред(Остаток, Начало + 1, Конец - Начало - 1)));
		Остаток = Сред(Остаток, Конец + 1);
		Начало = СтрНайти(Остаток, "[");
	КонецЦикла;
	Куски.Добавить(Остаток);
	Возврат СтрСоединить(Куски);

КонецФункции

// Значение для фразы одной строкой. Приходит от чужих, поэтому без управляющих символов и не длиннее абзаца.
Функция ЗначениеАргумента(Аргументы, Имя)

	Значение = Неопределено;
	Если Не Аргументы.Свойство(Имя, Значение) Или Значение = Неопределено Тогда
		Возврат "";
	КонецЕсли;
	Текст = Лев(?(ТипЗнч(Значение) = Тип("Число"), XMLСтрока(Значение), Строка(Значение)), 1000);
	Знаки = Новый Массив;
	Для Номер = 1 По СтрДлина(Текст) Цикл
		Код = КодСимвола(Текст, Номер);
		// Управляющие символы и знаки смены направления письма.
		Управляющий = Код < 32 Или Код >= 127 И Код <= 159 Или Код >= 8206 И Код <= 8207 Или Код >= 8232 И Код <= 8238
			Или Код >= 8294 И Код <= 8297;
		Знаки.Добавить(?(Управляющий, " ", Сред(Текст, Номер, 1)));
	КонецЦикла;
	Возврат СтрСоединить(Знаки);

КонецФункции

Функция СловамиПричинаСвязи(Причина)

	Если Причина = "network" Или Причина = "cut" Тогда
		Возврат ТекстПоКоду("fetch-" + Причина, Новый Структура);
	ИначеЕсли СтрНачинаетсяС(Причина, "redirect") Тогда
		Возврат ТекстПоКоду("fetch-redirect", Новый Структура);
	КонецЕсли;
	Возврат ТекстПоКоду("fetch-answer", Новый Структура) + " (" + Причина + ")";

КонецФункции

#КонецОбласти

#Область Тексты

Функция ВсеТексты()

	Тексты = Новый Соответствие;
	ДобавитьТекстыКонфигурации(Тексты);
	ДобавитьТекстыПраваНаВыпуск(Тексты);
	ДобавитьТекстыВыпуска(Тексты);
	ДобавитьТекстыФормата(Тексты);
	ДобавитьТекстыПодписей(Тексты);
	ДобавитьТекстыСроков(Тексты);
	ДобавитьТекстыСвязи(Тексты);
	ДобавитьТекстыКлюча(Тексты);
	ДобавитьТекстыЗаписиЛицензии(Тексты);
	ДобавитьТекстыЗащищенногоФайла(Тексты);
	ДобавитьТекстыПросьб(Тексты);
	ДобавитьТекстыПрепятствийБазы(Тексты);
	ДобавитьТекстыПрепятствийФайла(Тексты);
	ДобавитьТекстыСогласий(Тексты);
	ДобавитьТекстыИсходов(Тексты);
	ДобавитьТекстыПрерванного(Тексты);
	ДобавитьТекстыДальнейшего(Тексты);
	ДобавитьТекстыОбзора(Тексты);
	ДобавитьТекстыПерехода(Тексты);
	ДобавитьТекстыФайлаИдентификаторов(Тексты);
	ДобавитьТекстыСтрокИдентификаторов(Тексты);
	ДобавитьТекстыПереезда(Тексты);
	ДобавитьТекстыШагов(Тексты);
	ДобавитьТекстыОтчета(Тексты);
	Возврат Тексты;

КонецФункции

// Для какой базы сделано.
Процедура ДобавитьТекстыКонфигурации(Тексты)

	Тексты.Вставить("configuration-unsupported", НСтр(
		"ru = 'Для конфигурации [configuration] этого расширения нет. Скачайте ближайшее подходящее и
		|адаптируйте его — или спросите разработчика.';
		|en = 'There is no such extension for the configuration [configuration]. Download the nearest one
		|and adapt it, or ask its vendor.'"));
	Тексты.Вставить("configuration-unsupported?range", НСтр(
		"ru = 'Для [configuration] [version] этого расширения нет: оно сделано для «[range]». Скачайте
		|ближайшее подходящее и адаптируйте его — или спросите разработчика.';
		|en = 'There is no such extension for [configuration] [version]: it is made for “[range]”. Download
		|the nearest one and adapt it, or ask its vendor.'"));
	Тексты.Вставить("configuration-too-old", НСтр(
		"ru = 'Для версии [release] нужна [configuration] «[range]», а у вас [version]. Сначала обновите
		|конфигурацию.';
		|en = 'Version [release] needs [configuration] “[range]”, you have [version]. Update the
		|configuration first.'"));
	Тексты.Вставить("configuration-too-new", НСтр(
		"ru = 'Версия [release] еще не готова для [configuration] [version]: она сделана для «[range]».
		|Дождитесь выпуска для вашей версии конфигурации.';
		|en = 'Version [release] is not ready for [configuration] [version] yet: it is made for “[range]”.
		|Wait for a release for your version of the configuration.'"));
	Тексты.Вставить("configuration-untested", НСтр(
		"ru = 'Версия [release] проверена на [configuration] [tested], а у вас [version]. Включите
		|«Показывать непроверенные» и попробуйте на копии базы.';
		|en = 'Version [release] was tried with [configuration] [tested], you have [version]. Switch on
		|“show untested” and try it in a copy of the infobase.'"));
	Тексты.Вставить("platform-too-old", НСтр(
		"ru = 'Для версии [release] нужна платформа «[required]», а у вас [platform]. Обновите платформу
		|«1С:Предприятие».';
		|en = 'Version [release] needs platform “[required]”, you have [platform]. Update the 1C:Enterprise
		|platform.'"));
	Тексты.Вставить("ssl-too-old", НСтр(
		"ru = 'Для версии [release] нужна БСП «[required]», а в вашей конфигурации ее нет. Обновите
		|конфигурацию.';
		|en = 'Version [release] needs БСП “[required]”, and your configuration does not have it. Update
		|the configuration.'"));
	Тексты.Вставить("ssl-too-old?ssl", НСтр(
		"ru = 'Для версии [release] нужна БСП «[required]», а у вас [ssl]. Обновите конфигурацию.';
		|en = 'Version [release] needs БСП “[required]”, you have [ssl]. Update the configuration.'"));
	Тексты.Вставить("basic-version", НСтр(
		"ru = 'Базовая версия программы не подключает расширения. Перейдите на версию ПРОФ.';
		|en = 'A basic version of the program does not attach extensions. Move to the PROF version.'"));
	Тексты.Вставить("cloud", НСтр(
		"ru = 'База работает в облаке, и расширения в нее ставит сам сервис. Обратитесь в службу поддержки
		|облака.';
		|en = 'The infobase runs in a cloud, where the service installs extensions itself. Ask the support
		|of the cloud.'"));

КонецПроцедуры

// Что открывает лицензия.
Процедура ДобавитьТекстыПраваНаВыпуск(Тексты)

	Тексты.Вставить("license-required", НСтр(
		"ru = 'Расширение платное, а лицензия не введена. Введите лицензионный ключ.';
		|en = 'The extension is paid, and no licence was entered. Enter the licence key.'"));
	Тексты.Вставить("license-not-for-product", НСтр(
		"ru = 'Ваша лицензия не открывает это расширение: нужна на [products]. Купите лицензию или
		|расширьте свою.';
		|en = 'Your licence does not open this extension: one for [products] is needed. Buy a licence or
		|extend yours.'"));
	Тексты.Вставить("license-window-ended?updatesUntil", НСтр(
		"ru = 'Обновления по лицензии были до [updatesUntil], а версия [release] вышла позже. Продлите
		|лицензию.';
		|en = 'The licence brought updates until [updatesUntil], version [release] is later. Extend the
		|licence.'"));
	Тексты.Вставить("license-window-ended?updatesUntil?open", НСтр(
		"ru = 'Обновления по лицензии были до [updatesUntil], а версия [release] вышла позже. Продлите
		|лицензию или установите версию [open]: она вам доступна.';
		|en = 'The licence brought updates until [updatesUntil], version [release] is later. Extend the
		|licence, or install version [open], which is open to you.'"));
	Тексты.Вставить("license-window-ended?validUntil", НСтр(
		"ru = 'Лицензия действовала до [validUntil]. Продлите лицензию.';
		|en = 'The licence was valid until [validUntil]. Extend the licence.'"));
	Тексты.Вставить("license-window-ended?validUntil?open", НСтр(
		"ru = 'Лицензия действовала до [validUntil]. Продлите лицензию или установите версию [open]: она
		|вам доступна.';
		|en = 'The licence was valid until [validUntil]. Extend the licence, or install version [open],
		|which is open to you.'"));
	Тексты.Вставить("license-revoked", НСтр(
		"ru = 'Лицензия отозвана. Обратитесь к тому, кто ее выдал.';
		|en = 'The licence was revoked. Ask whoever issued it.'"));

КонецПроцедуры

// Что с самим выпуском.
Процедура ДобавитьТекстыВыпуска(Тексты)

	Тексты.Вставить("rollout-waiting", НСтр(
		"ru = 'Версия [release] выпускается постепенно (сейчас для [percent] % баз), и до вашей очередь еще
		|не дошла. Подождите — или запросите обновление вручную, если оно нужно сейчас.';
		|en = 'Version [release] is released step by step (now to [percent] % of infobases), and your turn
		|has not come yet. Wait, or ask for the update by hand if you need it now.'"));
	Тексты.Вставить("rollout-waiting?pausedAt", НСтр(
		"ru = 'Выпуск версии [release] приостановлен [pausedAt]. Подождите — или запросите обновление
		|вручную, если оно нужно сейчас.';
		|en = 'The release of version [release] was paused on [pausedAt]. Wait, or ask for the update by
		|hand if you need it now.'"));
	Тексты.Вставить("withdrawn", НСтр(
		"ru = 'Версия [release] отозвана разработчиком. Не устанавливайте ее.';
		|en = 'Version [release] was withdrawn by its vendor. Do not install it.'"));
	Тексты.Вставить("withdrawn?replacement", НСтр(
		"ru = 'Версия [release] отозвана разработчиком. Установите вместо нее [replacement].';
		|en = 'Version [release] was withdrawn by its vendor. Install [replacement] instead.'"));
	Тексты.Вставить("conflict", НСтр(
		"ru = 'Мешает [name]: [reason] Удалите мешающее или перейдите с него по инструкции разработчика.';
		|en = '[name] is in the way: [reason] Remove what is in the way, or move from it as its vendor
		|describes.'"));
	Тексты.Вставить("conflict-warn", НСтр(
		"ru = 'Рядом с [name] осторожно: [reason] Прочитайте, чем это грозит, прежде чем устанавливать.';
		|en = 'Mind [name]: [reason] Read what that means before you install.'"));
	Тексты.Вставить("step-required", НСтр(
		"ru = 'На [release] обновляются только с версий «[updateFrom]». Промежуточной версии нет: спросите
		|разработчика, как перейти.';
		|en = 'Only versions “[updateFrom]” update to [release]. There is no version in between: ask the
		|vendor how to move.'"));
	Тексты.Вставить("step-required?step", НСтр(
		"ru = 'На [release] обновляются только с версий «[updateFrom]». Сначала установите [step].';
		|en = 'Only versions “[updateFrom]” update to [release]. Install [step] first.'"));
	Тексты.Вставить("less-stable-channel", НСтр(
		"ru = 'Версия [release] есть только в канале «[channel]». Выберите этот канал в настройках, если
		|готовы к предварительным версиям.';
		|en = 'Version [release] is in the channel “[channel]” only. Choose that channel in the settings if
		|you are ready for pre-releases.'"));

КонецПроцедуры

// Что прочитать нельзя.
Процедура ДобавитьТекстыФормата(Тексты)

	Тексты.Вставить("json-invalid", НСтр(
		"ru = 'Это не JSON ([reason], знак [offset]). Повторите позже; если не пройдет, сообщите издателю.';
		|en = 'This is no JSON ([reason], character [offset]). Try again later; if it stays so, tell the
		|publisher.'"));
	Тексты.Вставить("json-duplicate-key", НСтр(
		"ru = 'Поле [name] записано дважды: разные программы прочли бы разное. Ничего не устанавливайте
		|отсюда и сообщите издателю: содержимое подменено или испорчено.';
		|en = 'The member [name] is written twice: different programs would read different things. Install
		|nothing from here and tell the publisher: the contents were replaced or damaged.'"));
	Тексты.Вставить("json-too-large", НСтр(
		"ru = 'JSON больше допустимого ([reason], предел [limit]). Ничего не устанавливайте отсюда и
		|сообщите издателю: содержимое подменено или испорчено.';
		|en = 'The JSON is larger than allowed ([reason], limit [limit]). Install nothing from here and
		|tell the publisher: the contents were replaced or damaged.'"));
	Тексты.Вставить("metadata-invalid", НСтр(
		"ru = 'В метаданных [role] неверно поле [field]: нужно [expected]. Ничего не устанавливайте отсюда
		|и сообщите издателю: содержимое подменено или испорчено.';
		|en = 'The member [field] of the metadata [role] is wrong: [expected] is wanted. Install nothing
		|from here and tell the publisher: the contents were replaced or damaged.'"));
	Тексты.Вставить("spec-version-unsupported", НСтр(
		"ru = 'Метаданные [role] версии [offered] этой программе неизвестны. Обновите установщик: хранилище
		|использует более новый формат.';
		|en = 'This program does not know version [offered] of the metadata [role]. Update the installer:
		|the repository uses a newer format.'"));
	Тексты.Вставить("document-format-unsupported", НСтр(
		"ru = 'Документ [name] записан в более новом формате. Скачайте новый установщик с сайта издателя.';
		|en = 'The document [name] is in a later format. Download the new installer from the publisher''s
		|site.'"));
	Тексты.Вставить("name-invalid", НСтр(
		"ru = 'Имя «[name]» недопустимо. Ничего не устанавливайте отсюда и сообщите издателю: содержимое
		|подменено или испорчено.';
		|en = 'The name “[name]” is not allowed. Install nothing from here and tell the publisher: the
		|contents were replaced or damaged.'"));
	Тексты.Вставить("bundle-unreadable", НСтр(
		"ru = 'Это не комплект для закрытой сети: файл не читается ([reason]). Попросите издателя или
		|администратора собрать его заново и перенесите целиком.';
		|en = 'This is no bundle for a closed network: the file cannot be read ([reason]). Have it made
		|again, and carry it over whole.'"));

КонецПроцедуры

// Чему нельзя верить.
Процедура ДобавитьТекстыПодписей(Тексты)

	Тексты.Вставить("threshold-not-met", НСтр(
		"ru = 'Под метаданными [role] верных подписей [valid], а нужно [threshold]. Ничего не
		|устанавливайте отсюда и сообщите издателю: содержимое подменено или испорчено.';
		|en = 'The metadata [role] have [valid] valid signatures, [threshold] are needed. Install nothing
		|from here and tell the publisher: the contents were replaced or damaged.'"));
	Тексты.Вставить("version-mismatch", НСтр(
		"ru = 'Метаданные [role] версии [offered], а обещана [expected]. Повторите позже; если не пройдет,
		|сообщите издателю.';
		|en = 'The metadata [role] have version [offered], [expected] was promised. Try again later; if it
		|stays so, tell the publisher.'"));
	Тексты.Вставить("rolled-back", НСтр(
		"ru = 'Предложена версия [offered] метаданных [role], а известна уже [trusted]: это откат.
		|Повторите позже; если не пройдет, сообщите издателю.';
		|en = 'Version [offered] of the metadata [role] was offered, and [trusted] is already known: a
		|rollback. Try again later; if it stays so, tell the publisher.'"));
	Тексты.Вставить("role-disappeared", НСтр(
		"ru = 'Из снимка пропала роль [role], которая там была. Ничего не устанавливайте отсюда и сообщите
		|издателю: содержимое подменено или испорчено.';
		|en = 'The role [role] disappeared from the snapshot. Install nothing from here and tell the
		|publisher: the contents were replaced or damaged.'"));
	Тексты.Вставить("role-not-listed", НСтр(
		"ru = 'Роли [role] нет в снимке. Повторите позже; если не пройдет, сообщите издателю.';
		|en = 'The role [role] is not in the snapshot. Try again later; if it stays so, tell the publisher.'"));
	Тексты.Вставить("target-unknown", НСтр(
		"ru = 'За [name] никто из доверенных не ручается. Обновите список; если не поможет, сообщите
		|издателю.';
		|en = 'Nobody who is trusted vouches for [name]. Refresh the list; if that does not help, tell the
		|publisher.'"));
	Тексты.Вставить("root-missing", НСтр(
		"ru = 'В этом установщике нет корня доверия: он собран неправильно. Скачайте установщик с сайта
		|издателя заново.';
		|en = 'This installer holds no root of trust: it was built wrongly. Download it again from the
		|publisher''s site.'"));
	Тексты.Вставить("hash-mismatch", НСтр(
		"ru = 'Контрольная сумма [name] не совпадает с подписанной. Ничего не устанавливайте отсюда и
		|сообщите издателю: содержимое подменено или испорчено.';
		|en = 'The hash of [name] is not the one that was signed. Install nothing from here and tell the
		|publisher: the contents were replaced or damaged.'"));

КонецПроцедуры

// Часы и сроки.
Процедура ДобавитьТекстыСроков(Тексты)

	Тексты.Вставить("expired", НСтр(
		"ru = 'Срок действия метаданных [role] истек [expires] (сейчас [now]). Проверьте часы; если они
		|верны, сообщите издателю, что хранилище давно не подписывалось. Установленное продолжит
		|работать.';
		|en = 'The metadata [role] expired at [expires] (now [now]). Check the clock; if it is right, tell
		|the publisher that the repository was not signed for long. What is installed goes on
		|working.'"));
	Тексты.Вставить("clock-behind", НСтр(
		"ru = 'Часы отстают: они показывают [now], а подписано уже [signed]. Исправьте дату и время на
		|компьютере (для серверной базы — на сервере 1С).';
		|en = 'The clock is behind: it shows [now], and something was already signed at [signed]. Correct
		|date and time of the computer (of the 1C server, for a server infobase).'"));
	Тексты.Вставить("length-mismatch", НСтр(
		"ru = 'В [name] [offered] байт, а подписано [expected]. Повторите позже; если не пройдет, сообщите
		|издателю.';
		|en = '[name] has [offered] bytes, [expected] were signed. Try again later; if it stays so, tell
		|the publisher.'"));
	Тексты.Вставить("too-large", НСтр(
		"ru = '[name] больше [limit] байт. Ничего не устанавливайте отсюда и сообщите издателю: содержимое
		|подменено или испорчено.';
		|en = '[name] is larger than [limit] bytes. Install nothing from here and tell the publisher: the
		|contents were replaced or damaged.'"));
	Тексты.Вставить("not-found", НСтр(
		"ru = 'В хранилище нет [name]. Повторите через несколько минут; если не поможет, сообщите издателю.';
		|en = 'The repository has no [name]. Try again in a few minutes; if that does not help, tell the
		|publisher.'"));
	Тексты.Вставить("too-slow", НСтр(
		"ru = '[name] не приходит уже [seconds] с. Проверьте связь и повторите: загрузка продолжится с того
		|же места.';
		|en = '[name] did not arrive for [seconds] s. Check the connection and try again: the download goes
		|on where it stopped.'"));

КонецПроцедуры

// Связь. Последние четыре - слова для [reason].
Процедура ДобавитьТекстыСвязи(Тексты)

	Тексты.Вставить("fetch-failed", НСтр(
		"ru = 'Не удалось получить [name]: [reason]. Проверьте доступ в Интернет и прокси; затем повторите.';
		|en = 'Could not get [name]: [reason]. Check the connection and the proxy; then try again.'"));
	Тексты.Вставить("fetch-failed?computer", НСтр(
		"ru = 'Не удалось получить [name]: [reason]. Проверьте, что компьютеру [computer] разрешен доступ в
		|Интернет (прокси: [proxy]); затем повторите.';
		|en = 'Could not get [name]: [reason]. Check that the computer [computer] may use the Internet
		|(proxy: [proxy]); then try again.'"));
	Тексты.Вставить("tls-untrusted", НСтр(
		"ru = 'Сертификат сервера не прошел проверку ([name]). Проверьте дату и время и обновления
		|операционной системы; если связь проверяет антивирус или прокси, попросите администратора
		|добавить его сертификат в систему.';
		|en = 'The certificate of the server was not accepted ([name]). Check date, time and updates of the
		|operating system; if an antivirus or a proxy inspects the connection, ask the administrator
		|to add its certificate.'"));
	Тексты.Вставить("internet-forbidden", НСтр(
		"ru = 'В этой базе выключена работа с Интернетом: так бывает у копий. Если база рабочая, включите
		|ее в настройках программы; для копии возьмите комплект в файле.';
		|en = 'Work with the Internet is switched off in this infobase, as in copies. In a working base,
		|switch it on in the settings; for a copy, use a bundle file.'"));
	Тексты.Вставить("platform-error", НСтр(
		"ru = 'Платформа сообщила об ошибке: [text]. Повторите; если не поможет, передайте этот текст
		|администратору или издателю.';
		|en = 'The platform reported an error: [text]. Try again; if that does not help, give this text to
		|the administrator or the publisher.'"));
	Тексты.Вставить("fetch-network", НСтр(
		"ru = 'нет связи с сервером';
		|en = 'the server cannot be reached'"));
	Тексты.Вставить("fetch-cut", НСтр(
		"ru = 'ответ сервера оборвался';
		|en = 'the answer of the server was cut off'"));
	Тексты.Вставить("fetch-redirect", НСтр(
		"ru = 'сервер отправляет не туда, куда можно';
		|en = 'the server redirects where it may not'"));
	Тексты.Вставить("fetch-answer", НСтр(
		"ru = 'сервер ответил не так, как должен';
		|en = 'the server answered in a wrong way'"));

КонецПроцедуры

// Лицензионный ключ и сама лицензия.
Процедура ДобавитьТекстыКлюча(Тексты)

	Тексты.Вставить("license-key-length", НСтр(
		"ru = 'Это не лицензионный ключ: знаков в нем [length] (без дефисов), а после начала ключа их
		|должно быть 20. Перепишите ключ целиком, вида ABCD-XXXXX-XXXXX-XXXXX-XXXXX.';
		|en = 'This is no licence key: it has [length] symbols without dashes, and there should be 20 after
		|its beginning. Copy the whole key; it looks like ABCD-XXXXX-XXXXX-XXXXX-XXXXX.'"));
	Тексты.Вставить("license-key-symbol", НСтр(
		"ru = 'В лицензионном ключе не бывает знака «[symbol]» ([position]-й по счету, без дефисов).
		|Сверьте этот знак с письмом.';
		|en = 'No licence key has the symbol “[symbol]” (number [position], without dashes). Compare that
		|symbol with the letter.'"));
	Тексты.Вставить("license-key-mistyped", НСтр(
		"ru = 'В лицензионном ключе опечатка. Сверьте ключ с письмом по пятеркам знаков.';
		|en = 'The licence key was mistyped. Compare it with the letter, five symbols at a time.'"));
	Тексты.Вставить("license-key-foreign", НСтр(
		"ru = 'Ключ начинается с [prefix]: он куплен у другого издателя, а здесь ключи начинаются с
		|[expected]. Введите ключ этого издателя.';
		|en = 'The key begins with [prefix]: another publisher sold it, and keys begin with [expected]
		|here. Enter a key of this publisher.'"));
	Тексты.Вставить("license-unknown", НСтр(
		"ru = 'Лицензии с таким ключом нет. Сверьте ключ с письмом. Только что купленная лицензия может
		|появиться не сразу.';
		|en = 'There is no licence for this key. Compare it with the letter. A licence that was just bought
		|may take a while.'"));
	Тексты.Вставить("license-unreadable", НСтр(
		"ru = 'Это не лицензия ([field]). Проверьте, тот ли это файл; если да, попросите прислать его
		|заново.';
		|en = 'This is no licence ([field]). Check that it is the right file; if so, ask for it to be sent
		|again.'"));
	Тексты.Вставить("license-signer-unknown", НСтр(
		"ru = 'Лицензия подписана ключом [keyid], которому издатель не доверяет или больше не доверяет.
		|Попросите того, кто продал лицензию, выдать ее заново.';
		|en = 'The licence is signed by the key [keyid], which the publisher does not trust, or no longer
		|does. Ask whoever sold the licence to issue it again.'"));
	Тексты.Вставить("license-signature-invalid", НСтр(
		"ru = 'Подпись лицензии не сходится (ключ [keyid]): лицензию изменили. Не пользуйтесь ею и напишите
		|тому, кто ее продал.';
		|en = 'The signature of the licence does not match (key [keyid]): the licence was changed. Do not
		|use it, and write to whoever sold it.'"));

КонецПроцедуры

// Запись лицензии в хранилище.
Процедура ДобавитьТекстыЗаписиЛицензии(Тексты)

	Тексты.Вставить("license-rolled-back", НСтр(
		"ru = 'Хранилище показывает старую лицензию: ревизия [offered], а раньше была [seen]. Повторите
		|позже. Если вы пользуетесь зеркалом или файлом лицензии, обновите их.';
		|en = 'The repository shows an old licence: revision [offered], and [seen] was seen before. Try
		|later. If you use a mirror or a licence file, renew it.'"));
	Тексты.Вставить("license-month-closed", НСтр(
		"ru = 'Файл относится к месяцу [month], а лицензия открывает выпуски по [until]. Продлите лицензию
		|или установите более раннюю версию.';
		|en = 'The file is of [month], and the licence opens releases up to [until]. Extend the licence, or
		|install an earlier version.'"));
	Тексты.Вставить("license-product-missing", НСтр(
		"ru = 'Файл [file] открывается лицензией на [products]. Купите такую лицензию или введите ее ключ.';
		|en = 'A licence for [products] opens the file [file]. Buy one, or enter its key.'"));
	Тексты.Вставить("license-record-invalid", НСтр(
		"ru = 'В хранилище вместо записи лицензии [name] лежит что-то другое ([reason]). Напишите тому, кто
		|продал лицензию.';
		|en = 'Something else lies in the place of the licence record [name] ([reason]). Write to whoever
		|sold the licence.'"));
	Тексты.Вставить("license-record-locked", НСтр(
		"ru = 'Запись лицензии [name] сделана не для этого ключа. Напишите тому, кто продал лицензию:
		|запись подменили или перепутали.';
		|en = 'The licence record [name] was not made for this key. Write to whoever sold the licence: the
		|record was exchanged.'"));
	Тексты.Вставить("license-record-damaged", НСтр(
		"ru = 'Запись лицензии [name] испорчена: ее изменили после выдачи. Повторите позже; если не
		|поможет, напишите тому, кто продал лицензию.';
		|en = 'The record of the licence, [name], is damaged: it was changed after it was issued. Try
		|later; if that does not help, write to whoever sold the licence.'"));
	Тексты.Вставить("license-record-too-large", НСтр(
		"ru = 'Запись лицензии [name] больше [limit] байт: таких не бывает. Напишите тому, кто продал
		|лицензию.';
		|en = 'The licence record [name] is longer than [limit] bytes; none is. Write to whoever sold the
		|licence.'"));

КонецПроцедуры

// Файл, который продается.
Процедура ДобавитьТекстыЗащищенногоФайла(Тексты)

	Тексты.Вставить("protected-file-invalid", НСтр(
		"ru = 'Файл [name] — не защищенный файл ([reason]). Напишите разработчику расширения.';
		|en = 'The file [name] is no protected file ([reason]). Write to the vendor of the extension.'"));
	Тексты.Вставить("protected-file-locked", НСтр(
		"ru = 'Ключ из лицензии не подходит к файлу [name]. Проверьте, от этого ли издателя лицензия, и
		|напишите разработчику.';
		|en = 'The key in the licence does not fit the file [name]. Check that the licence is this
		|publisher''s, and write to the vendor.'"));
	Тексты.Вставить("protected-file-damaged", НСтр(
		"ru = 'Защищенный файл [name] испорчен. Скачайте его заново.';
		|en = 'The protected file [name] is damaged. Download it again.'"));
	Тексты.Вставить("protected-file-too-large", НСтр(
		"ru = 'В файле [name] больше [limit] байт, чем обещано. Напишите разработчику расширения.';
		|en = 'The file [name] holds more than the [limit] bytes that were promised. Write to the vendor of
		|the extension.'"));
	Тексты.Вставить("licensing-unknown", НСтр(
		"ru = 'В этом хранилище ничего не продается, и ключи здесь не нужны. Уберите ключ или проверьте, от
		|того ли издателя установщик.';
		|en = 'Nothing is sold in this repository, and it needs no keys. Remove the key, or check that this
		|is the installer of the right publisher.'"));

КонецПроцедуры

// О чем просили и чего нет.
Процедура ДобавитьТекстыПросьб(Тексты)

	Тексты.Вставить("document-id-unexpected", НСтр(
		"ru = 'Документ «[name]» описывает расширение «[id]», а не то, которое спросили. Не устанавливайте его и
		|сообщите издателю.';
		|en = 'The document “[name]” describes the extension “[id]”, not the one that was asked for. Do not
		|install it, and tell the publisher.'"));
	Тексты.Вставить("extension-unknown", НСтр(
		"ru = 'Расширения «[id]» в хранилище нет. Обновите список: возможно, его убрал издатель.';
		|en = 'The repository has no extension “[id]”. Refresh the list: the publisher may have removed it.'"));
	Тексты.Вставить("release-unknown", НСтр(
		"ru = 'У расширения «[id]» нет версии [version]. Выберите версию, которая есть.';
		|en = 'The extension “[id]” has no version [version]. Choose a version that exists.'"));
	Тексты.Вставить("release-withdrawn", НСтр(
		"ru = 'Версия [version] расширения «[id]» отозвана. Выберите другую версию.';
		|en = 'Version [version] of the extension “[id]” was withdrawn. Choose another version.'"));
	Тексты.Вставить("build-unknown", НСтр(
		"ru = 'В версии [version] нет файла для конфигурации [configuration]. Выберите другую версию или
		|напишите издателю.';
		|en = 'Version [version] has no file for the configuration [configuration]. Choose another version,
		|or write to the publisher.'"));
	Тексты.Вставить("nothing-to-adapt", НСтр(
		"ru = 'У «[id]» нет файла для доработки: все выпуски отозваны. Спросите разработчика или возьмите
		|другое расширение из списка.';
		|en = 'There is no file of “[id]” to adapt: every release was withdrawn. Ask the vendor, or take
		|another extension of the list.'"));
	Тексты.Вставить("not-offered?reason", НСтр(
		"ru = '[reason] Поэтому расширение «[id]» этой базе не предлагается.';
		|en = '[reason] That is why the extension “[id]” is not offered to this infobase.'"));
	Тексты.Вставить("agreement-required", НСтр(
		"ru = 'Прочитайте и примите лицензионное соглашение: без этого «[id]» не ставится.';
		|en = 'Read and accept the licence agreement: without that “[id]” is not installed.'"));
	Тексты.Вставить("not-offered", НСтр(
		"ru = 'Для этой базы расширение «[id]» не предлагается. Почему, сказано в его строке списка.';
		|en = 'The extension “[id]” is not offered to this infobase. Its line in the list says why.'"));

КонецПроцедуры

// Что в базе не дает установить.
Процедура ДобавитьТекстыПрепятствийБазы(Тексты)

	Тексты.Вставить("right-missing", НСтр(
		"ru = 'Недостаточно прав: нужно право [right]. Запустите установку под администратором
		|информационной базы.';
		|en = 'The right [right] is missing. Run the installation as an administrator of the infobase.'"));
	Тексты.Вставить("session-safe-mode", НСтр(
		"ru = 'Обработка открыта в безопасном режиме, а в нем нельзя ни скачивать, ни устанавливать.
		|Откройте ее через «Файл — Открыть» или снимите безопасный режим у дополнительной обработки.';
		|en = 'The processor was opened in safe mode, where nothing can be downloaded or installed. Open it
		|through “File — Open”, or take the additional processor out of safe mode.'"));
	Тексты.Вставить("subordinate-node", НСтр(
		"ru = 'Это подчиненный узел распределенной базы. Расширение появится только здесь; чтобы оно было
		|во всех узлах, установите его в главном.';
		|en = 'This is a subordinate node of a distributed infobase. The extension will be here only; to
		|have it in all nodes, install it in the main one.'"));
	Тексты.Вставить("exclusive-needed", НСтр(
		"ru = 'Для установки все должны выйти из программы. Сейчас работают другие сеансы: [count].
		|Договоритесь о времени или попросите выйти.';
		|en = 'Everybody has to leave the program for this installation. Other sessions at work now:
		|[count]. Agree on a time, or ask them to leave.'"));
	Тексты.Вставить("exclusive-needed-unseen", НСтр(
		"ru = 'Для установки все должны выйти из программы, а прав увидеть, кто работает, у вас нет.
		|Предупредите всех или позовите администратора.';
		|en = 'Everybody has to leave the program for this installation, and you have no right to see who
		|is there. Tell everybody, or ask an administrator.'"));
	Тексты.Вставить("extension-from-main-node", НСтр(
		"ru = 'Расширение [name] пришло из главного узла распределенной базы, и менять его можно только
		|там. Установите обновление в главном узле.';
		|en = 'The extension [name] came from the main node of the distributed infobase and can be changed
		|only there. Install the update in the main node.'"));

КонецПроцедуры

// Что не так с файлом.
Процедура ДобавитьТекстыПрепятствийФайла(Тексты)

	Тексты.Вставить("file-not-extension", НСтр(
		"ru = 'Платформа не узнает в скачанном файле расширение: [text]. Ничего не установлено; сообщите
		|издателю.';
		|en = 'The platform does not take the downloaded file for an extension: [text]. Nothing was
		|installed; tell the publisher.'"));
	Тексты.Вставить("file-name-unexpected", НСтр(
		"ru = 'В файле лежит расширение «[name]», а обещано «[expected]». Ничего не установлено; сообщите
		|издателю.';
		|en = 'The file holds the extension “[name]”, and “[expected]” was promised. Nothing was installed;
		|tell the publisher.'"));
	Тексты.Вставить("file-version-unexpected", НСтр(
		"ru = 'В файле версия «[version]», а обещана «[expected]». Ничего не установлено; сообщите
		|издателю.';
		|en = 'The file holds version “[version]”, and “[expected]” was promised. Nothing was installed;
		|tell the publisher.'"));
	Тексты.Вставить("cannot-apply", НСтр(
		"ru = 'Расширение [name] не подойдет к этой базе: [text]. Ничего не установлено; передайте этот
		|текст издателю.';
		|en = 'The extension [name] does not fit this infobase: [text]. Nothing was installed; give this
		|text to the publisher.'"));
	Тексты.Вставить("application-warning", НСтр(
		"ru = 'Платформа предупреждает: [text]. Устанавливать это не мешает; если что-то перестанет
		|работать, передайте этот текст издателю.';
		|en = 'The platform warns: [text]. This does not stop the installation; if something stops working,
		|give this text to the publisher.'"));

КонецПроцедуры

// На что нужно согласие.
Процедура ДобавитьТекстыСогласий(Тексты)

	Тексты.Вставить("extension-inactive", НСтр(
		"ru = 'Расширение [name] выключено и не подключается. При установке оно будет включено; если его
		|выключили намеренно, не продолжайте.';
		|en = 'The extension [name] is switched off and does not attach. The installation will switch it
		|on; if somebody meant it to be off, stop here.'"));
	Тексты.Вставить("not-ours", НСтр(
		"ru = 'Расширение [name] [version] установлено не этой программой. Оно будет заменено; прежний файл
		|сохраните на случай, если понадобится вернуть.';
		|en = 'The extension [name] [version] was not installed by this program. It will be replaced; save
		|the old file in case you need it back.'"));
	Тексты.Вставить("other-extension", НСтр(
		"ru = 'Расширение [name] [version] ставилось как «[recorded]», а предлагается «[offered]»: это другое
		|расширение с тем же внутренним именем. Оно заменит прежнее; спросите поставщика, тот ли это модуль.';
		|en = 'The extension [name] [version] was installed as “[recorded]”, and “[offered]” is offered: another
		|extension of the same internal name. It will replace the old one; ask the vendor whether it is the
		|same module.'"));
	Тексты.Вставить("changed-by-hand", НСтр(
		"ru = 'Расширение [name] [version] изменили после установки. Изменения пропадут; сохраните прежний
		|файл и спросите того, кто его менял.';
		|en = 'The extension [name] [version] was changed after its installation. The changes will be lost;
		|save the old file and ask whoever made them.'"));
	Тексты.Вставить("newer-installed", НСтр(
		"ru = 'Стоит [name] [installed], новее, чем [version]. Более старая версия может не понять новых
		|данных; продолжайте, только если так велел издатель.';
		|en = '[name] [installed] is installed, newer than [version]. An older version may not understand
		|newer data; go on only if the publisher said so.'"));
	Тексты.Вставить("safe-mode-off", НСтр(
		"ru = 'Для расширения будет снят безопасный режим: оно сможет работать с файлами и с Интернетом.
		|Соглашайтесь, если доверяете издателю.';
		|en = 'Safe mode will be switched off for the extension: it will be able to use files and the
		|Internet. Agree if you trust the publisher.'"));
	Тексты.Вставить("safe-mode-profile", НСтр(
		"ru = 'Расширение будет работать с профилем безопасности «[profile]». Проверьте, что он есть в
		|настройках кластера.';
		|en = 'The extension will run under the security profile “[profile]”. Check that the cluster has
		|it.'"));
	Тексты.Вставить("protection-off", НСтр(
		"ru = 'Для расширения будет выключено предупреждение об опасных действиях. Соглашайтесь, если
		|доверяете издателю.';
		|en = 'Warnings of dangerous actions will be switched off for the extension. Agree if you trust the
		|publisher.'"));

КонецПроцедуры

// Чем кончилась установка.
Процедура ДобавитьТекстыИсходов(Тексты)

	Тексты.Вставить("installed", НСтр(
		"ru = 'Установлено: [name] [version].';
		|en = 'Installed: [name] [version].'"));
	Тексты.Вставить("installed-unproven", НСтр(
		"ru = 'Установлено: [name] [version]. Проверить, что оно подключается, здесь нечем: перезапустите
		|программу и убедитесь, что оно работает.';
		|en = 'Installed: [name] [version]. Nothing here can prove that it attaches: restart the program
		|and see that it works.'"));
	Тексты.Вставить("not-agreed", НСтр(
		"ru = 'Расширение [name] не установлено: нужно ваше согласие с тем, о чем спрошено выше. Отметьте
		|согласие и повторите.';
		|en = 'The extension [name] was not installed: it needs your consent to what is asked above. Give
		|it and try again.'"));
	Тексты.Вставить("memory-failed", НСтр(
		"ru = 'Не удалось подготовить установку: [text]. База не изменилась; повторите под администратором.';
		|en = 'The installation could not be prepared: [text]. The infobase did not change; try again as an
		|administrator.'"));
	Тексты.Вставить("exclusive-lock", НСтр(
		"ru = 'В базе работают другие сеансы ([count]), а для этого расширения все должны выйти. Попросите
		|их выйти и нажмите «Повторить».';
		|en = 'Other sessions are at work ([count]), and everybody has to leave for this extension. Ask
		|them to leave and press “Try again”.'"));
	Тексты.Вставить("exclusive-lock-unseen", НСтр(
		"ru = 'В базе кто-то работает, а для этого расширения все должны выйти. Видеть сеансы у вас нет
		|прав: позовите администратора или попросите всех выйти и нажмите «Повторить».';
		|en = 'Somebody is at work, and everybody has to leave for this extension. You have no right to see
		|the sessions: ask an administrator, or ask everybody to leave and press “Try again”.'"));
	Тексты.Вставить("write-failed", НСтр(
		"ru = 'Платформа не записала расширение [name]: [text]. Повторите; если не поможет, передайте этот
		|текст администратору.';
		|en = 'The platform did not write the extension [name]: [text]. Try again; if that does not help,
		|give this text to the administrator.'"));
	Тексты.Вставить("not-attached", НСтр(
		"ru = 'Расширение [name] записалось, но не подключилось: [text]. Передайте этот текст издателю.';
		|en = 'The extension [name] was written and did not attach: [text]. Give this text to the
		|publisher.'"));

КонецПроцедуры

// Чем кончилась прерванная установка и откат.
Процедура ДобавитьТекстыПрерванного(Тексты)

	Тексты.Вставить("installation-underway", НСтр(
		"ru = 'Другой сеанс сейчас устанавливает [name] [version]. Дождитесь, пока он закончит, и повторите.';
		|en = 'Another session is installing [name] [version] now. Wait until it has finished and try again.'"));
	Тексты.Вставить("interrupted-unchanged", НСтр(
		"ru = 'Прошлая установка [name] [version] прервалась, и база осталась прежней. Установите еще раз.';
		|en = 'The last installation of [name] [version] was interrupted, and the infobase stayed as it
		|was. Install again.'"));
	Тексты.Вставить("interrupted-finished", НСтр(
		"ru = 'Прошлая установка [name] [version] прервалась после записи; теперь она закончена.
		|Перезапустите программу.';
		|en = 'The last installation of [name] [version] was interrupted after the write; now it is
		|finished. Restart the program.'"));
	Тексты.Вставить("interrupted-unattached", НСтр(
		"ru = 'Прошлая установка [name] [version] прервалась, и новая версия не подключается. Сообщите
		|издателю.';
		|en = 'The last installation of [name] [version] was interrupted, and the new version does not
		|attach. Tell the publisher.'"));
	Тексты.Вставить("interrupted-unfinished", НСтр(
		"ru = 'Прошлую установку [name] [version] прервали, и закончить ее не удалось: [text]. Попросите
		|всех выйти и повторите под администратором.';
		|en = 'The last installation of [name] [version] was interrupted and could not be finished: [text].
		|Ask everybody to leave and try again as an administrator.'"));
	Тексты.Вставить("rollback-restored", НСтр(
		"ru = 'Прежняя версия возвращена: продолжайте работать.';
		|en = 'The old version was put back: go on working.'"));
	Тексты.Вставить("rollback-removed", НСтр(
		"ru = 'Расширение удалено, база прежняя: продолжайте работать.';
		|en = 'The extension was removed and the infobase is as it was: go on working.'"));
	Тексты.Вставить("rollback-failed", НСтр(
		"ru = 'Вернуть прежнее не удалось: [text]. Попросите всех выйти и откройте установщик еще раз: он
		|повторит. Если не поможет, удалите расширение в «Управлении расширениями» или загрузите в
		|конфигураторе сохраненный файл.';
		|en = 'The old state could not be restored: [text]. Ask everybody to leave and open the installer
		|again: it will retry. If that does not help, delete the extension in “Configuration
		|extensions management”, or load the saved file in the Designer.'"));

КонецПроцедуры

// Что осталось сделать руками.
Процедура ДобавитьТекстыДальнейшего(Тексты)

	Тексты.Вставить("todo-restart", НСтр(
		"ru = 'Перезапустите программу: новое действует только в новых сеансах. Остальным пользователям
		|скажите о том же.';
		|en = 'Restart the program: what is new works in new sessions only. Tell the other users to do the
		|same.'"));
	Тексты.Вставить("todo-httpServices", НСтр(
		"ru = 'Опубликуйте HTTP-сервисы расширения на веб-сервере: в конфигураторе «Администрирование —
		|Публикация на веб-сервере — HTTP-сервисы», отметьте «Публиковать HTTP-сервисы расширений по
		|умолчанию».';
		|en = 'Publish the extension''s HTTP services on the web server: in the Designer, “Administration —
		|Publishing on web server — HTTP services”, tick “Publish HTTP services of extensions by
		|default”.'"));
	Тексты.Вставить("todo-clientAccess", НСтр(
		"ru = 'Опубликуйте доступ для клиентских приложений на веб-сервере: в конфигураторе
		|«Администрирование — Публикация на веб-сервере», отметьте «Публиковать доступ для клиентских
		|приложений».';
		|en = 'Publish the access for client applications on the web server: in the Designer,
		|“Administration — Publishing on web server”, tick “Publish access for client applications”.'"));

КонецПроцедуры

// Что видно в списке и о чем напоминает автообновление.
Процедура ДобавитьТекстыОбзора(Тексты)

	Тексты.Вставить("note-withdrawn", НСтр(
		"ru = 'Установленная версия отозвана: [reason] Спросите издателя, чем ее заменить.';
		|en = 'The installed version was withdrawn: [reason] Ask the publisher what to replace it with.'"));
	Тексты.Вставить("note-withdrawn?replacement", НСтр(
		"ru = 'Установленная версия отозвана: [reason] Установите [replacement].';
		|en = 'The installed version was withdrawn: [reason] Install [replacement].'"));
	Тексты.Вставить("note-old", НСтр(
		"ru = 'Сведения подписаны [signed], и срок их действия истек: с тех пор могло выйти новое. Спросите у издателя
		|свежий комплект.';
		|en = 'This was signed on [signed] and has expired: newer versions may have come out since. Ask the
		|publisher for a fresh bundle.'"));
	Тексты.Вставить("note-too-old", НСтр(
		"ru = 'Оставаться на установленной версии опасно: в [version] исправлена критическая ошибка.';
		|en = 'It is dangerous to stay with the installed version: [version] mends a critical fault.'"));
	Тексты.Вставить("note-near-family", НСтр(
		"ru = 'Сделано для конфигураций той же семьи: [configurations]. Программист может его приспособить.';
		|en = 'Made for configurations of the same family: [configurations]. A programmer can adapt it.'"));
	Тексты.Вставить("note-near-subsystems", НСтр(
		"ru = 'Работает с подсистемами, которые есть и у вас: [shared]. Сделано для [configurations]; программист
		|может его приспособить.';
		|en = 'Works with subsystems that you have too: [shared]. Made for [configurations]; a programmer can
		|adapt it.'"));
	Тексты.Вставить("note-near-reach", НСтр(
		"ru = 'Сделано для других конфигураций: [configurations]. Программист может его приспособить.';
		|en = 'Made for other configurations: [configurations]. A programmer can adapt it.'"));
	Тексты.Вставить("note-vendor", НСтр(
		"ru = 'Разработчик: [name].';
		|en = 'Vendor: [name].'"));
	Тексты.Вставить("note-vendor?contact", НСтр(
		"ru = 'Разработчик: [name], [contact].';
		|en = 'Vendor: [name], [contact].'"));

КонецПроцедуры

// Переход с другого модуля: чего нельзя и почему.
Процедура ДобавитьТекстыПереезда(Тексты)

	Тексты.Вставить("migration-unknown", НСтр(
		"ru = 'Инструкции по переходу с «[from]» у этого расширения нет. Спросите издателя.';
		|en = 'This extension has no guide for moving from “[from]”. Ask the publisher.'"));
	Тексты.Вставить("migration-not-begun", НСтр(
		"ru = 'Переход в этой базе еще не начат. Прочитайте, что не переносится, и выберите сценарий.';
		|en = 'The move has not begun in this infobase. Read what is not carried over and choose a scenario.'"));
	Тексты.Вставить("migration-limits-unread", НСтр(
		"ru = 'Сначала прочитайте, что не переносится, и подтвердите, что прочитали.';
		|en = 'First read what is not carried over and confirm that you have read it.'"));
	Тексты.Вставить("migration-step-kind", НСтр(
		"ru = 'Шаг «[step]» делается не так: он не выгружает и не загружает идентификаторы. Выберите другой
		|шаг.';
		|en = 'The step “[step]” is another one: it neither unloads nor loads identifiers. Choose another
		|step.'"));
	Тексты.Вставить("unverified-module-absent", НСтр(
		"ru = 'Старый модуль в этой базе еще есть. Удалите его, перезапустите программу и отметьте шаг еще
		|раз.';
		|en = 'The old module is still in this infobase. Remove it, restart the program and mark the step
		|once more.'"));
	Тексты.Вставить("unverified-module-present", НСтр(
		"ru = 'Старого модуля в этой базе нет, а шаг делается там, где он есть. Откройте установщик в копии
		|базы.';
		|en = 'The old module is not in this infobase, and the step needs it. Open the installer in the copy
		|of the infobase.'"));
	Тексты.Вставить("unverified-extension-installed", НСтр(
		"ru = 'Расширение в этой базе еще не установлено. Установите его и отметьте шаг еще раз.';
		|en = 'The extension is not installed in this infobase yet. Install it and mark the step once more.'"));
	Тексты.Вставить("unverified-identifiers-loaded", НСтр(
		"ru = 'Загрузка идентификаторов еще не дошла до конца. Загрузите файл целиком: повтор ничего не
		|задвоит.';
		|en = 'The identifiers have not been loaded to the end. Load the whole file: a repetition doubles
		|nothing.'"));

КонецПроцедуры

// Шаги перехода на экране.
Процедура ДобавитьТекстыШагов(Тексты)

	Тексты.Вставить("walk-where-working", НСтр(
		"ru = 'рабочая база';
		|en = 'working infobase'"));
	Тексты.Вставить("walk-where-copy", НСтр(
		"ru = 'копия базы';
		|en = 'copy of the infobase'"));
	Тексты.Вставить("walk-who-administrator", НСтр(
		"ru = 'администратор';
		|en = 'administrator'"));
	Тексты.Вставить("walk-who-user", НСтр(
		"ru = 'пользователь';
		|en = 'user'"));
	Тексты.Вставить("walk-who-vendor", НСтр(
		"ru = 'специалист разработчика';
		|en = 'specialist of the vendor'"));
	Тексты.Вставить("walk-state-done", НСтр(
		"ru = 'сделан';
		|en = 'done'"));
	Тексты.Вставить("walk-state-open", НСтр(
		"ru = 'можно делать';
		|en = 'can be done'"));
	Тексты.Вставить("walk-state-early", НСтр(
		"ru = 'рано';
		|en = 'not yet'"));
	Тексты.Вставить("walk-on-failure", НСтр(
		"ru = 'Если не получилось: [text]';
		|en = 'If it fails: [text]'"));
	Тексты.Вставить("walk-verified", НСтр(
		"ru = 'Установщик проверит этот шаг сам.';
		|en = 'The installer checks this step by itself.'"));
	Тексты.Вставить("walk-by-hand", НСтр(
		"ru = 'Установщик этого не видит: отметьте шаг, когда сделаете.';
		|en = 'The installer does not see this: mark the step when it is done.'"));
	Тексты.Вставить("walk-remove", НСтр(
		"ru = 'Старый модуль удаляете вы: установщик сам его не удаляет никогда.';
		|en = 'You remove the old module: the installer never does it by itself.'"));
	Тексты.Вставить("walk-found", НСтр(
		"ru = 'Найден старый модуль: [text].';
		|en = 'The old module was found: [text].'"));
	Тексты.Вставить("walk-not-found", НСтр(
		"ru = 'Старого модуля в этой базе не видно.';
		|en = 'The old module is not to be seen in this infobase.'"));
	Тексты.Вставить("note-guide", НСтр(
		"ru = 'Есть инструкция по переходу: [text]. Нажмите «Переход со старого модуля».';
		|en = 'There is a guide for moving: [text]. Press “Move from an older module”.'"));
	Тексты.Вставить("note-guide-begun", НСтр(
		"ru = 'Переход начат: [text]. Нажмите «Переход со старого модуля», чтобы продолжить.';
		|en = 'Moving has begun: [text]. Press “Move from an older module” to go on.'"));

КонецПроцедуры

// Отчет о выгрузке и загрузке.
Процедура ДобавитьТекстыОтчета(Тексты)

	Тексты.Вставить("report-dry", НСтр(
		"ru = 'Проба: в базу ничего не записано.';
		|en = 'A trial: nothing was written.'"));
	Тексты.Вставить("report-unloaded", НСтр(
		"ru = 'Выгружено: [count].';
		|en = 'Unloaded: [count].'"));
	Тексты.Вставить("report-loaded", НСтр(
		"ru = 'Загружено: [count].';
		|en = 'Loaded: [count].'"));
	Тексты.Вставить("report-same", НСтр(
		"ru = 'Уже было: [count].';
		|en = 'Already there: [count].'"));
	Тексты.Вставить("report-replaced", НСтр(
		"ru = 'Заменено: [count].';
		|en = 'Replaced: [count].'"));
	Тексты.Вставить("report-kept", НСтр(
		"ru = 'Оставлено прежнее: [count].';
		|en = 'Left as it was: [count].'"));
	Тексты.Вставить("report-differs", НСтр(
		"ru = 'Отличается, не тронуто: [count].';
		|en = 'Different, not touched: [count].'"));
	Тексты.Вставить("report-skipped", НСтр(
		"ru = 'Пропущено: [count].';
		|en = 'Skipped: [count].'"));
	Тексты.Вставить("report-example", НСтр(
		"ru = 'Строка [row]: [text]';
		|en = 'Row [row]: [text]'"));

КонецПроцедуры

#КонецОбласти

// Переход с другого модуля: шаги и хранилища.
Процедура ДобавитьТекстыПерехода(Тексты)

	Тексты.Вставить("migration-scenario-unknown", НСтр(
		"ru = 'Сценария «[scenario]» в описании перехода нет: оно изменилось. Выберите сценарий заново.';
		|en = 'The description of the migration has no scenario “[scenario]”: it has changed. Choose a
		|scenario anew.'"));
	Тексты.Вставить("migration-step-unknown", НСтр(
		"ru = 'Шага «[step]» в сценарии нет: описание перехода изменилось. Откройте переход заново.';
		|en = 'The scenario has no step “[step]”: the description has changed. Open the migration anew.'"));
	Тексты.Вставить("migration-step-early", НСтр(
		"ru = 'Шаг «[step]» делать рано: не сделаны шаги, которые нужны раньше. Сначала отметьте их.';
		|en = 'It is too early for the step “[step]”: steps that it needs are not done. Do them first.'"));
	Тексты.Вставить("migration-step-unverified", НСтр(
		"ru = 'Установщик посмотрел сам ([verify]) и не увидел, что шаг «[step]» сделан. Доделайте его
		|и отметьте снова.';
		|en = 'The installer looked for itself ([verify]) and did not see that the step “[step]” is
		|done. Finish it and mark it again.'"));
	Тексты.Вставить("identifiers-mapping-unknown", НСтр(
		"ru = 'В описании перехода нет соответствия «[mapping]»: оно изменилось. Откройте переход
		|заново.';
		|en = 'The description of the migration has no mapping “[mapping]”: it has changed. Open the
		|migration anew.'"));
	Тексты.Вставить("identifiers-store-missing", НСтр(
		"ru = 'В этой базе нет того, где лежат идентификаторы: [name]. Проверьте, та ли это база и
		|установлено ли расширение.';
		|en = 'This infobase lacks what holds the identifiers: [name]. Check that it is the right
		|infobase and that the extension is installed.'"));
	Тексты.Вставить("identifiers-store-differs", НСтр(
		"ru = 'Таблица [name] устроена иначе, чем ждет описание перехода ([column]). Обновите
		|расширение до выпуска, для которого написан переход.';
		|en = 'The table [name] is not made as the migration expects ([column]). Update the extension
		|to the release that the migration was written for.'"));
	Тексты.Вставить("identifiers-no-rights", НСтр(
		"ru = 'Нет права «[right]» на [name]. Запустите установщик под пользователем с полными правами.';
		|en = 'The right “[right]” to [name] is missing. Run the installer as a user with full rights.'"));

КонецПроцедуры

// Файл идентификаторов: не тот, испорчен, не записался.
Процедура ДобавитьТекстыФайлаИдентификаторов(Тексты)

	Тексты.Вставить("identifiers-invalid", НСтр(
		"ru = 'Это не файл идентификаторов, или он обрезан ([reason]). Возьмите файл там, где его
		|выгрузили, или выгрузите заново.';
		|en = 'This is no file of identifiers, or it was cut ([reason]). Take the file where it was
		|unloaded, or unload once more.'"));
	Тексты.Вставить("identifiers-too-large", НСтр(
		"ru = 'Файл больше [limit] байт: таких файлов идентификаторов не бывает. Проверьте, тот ли это
		|файл.';
		|en = 'The file is over [limit] bytes: no file of identifiers is so large. Check that it is the
		|right one.'"));
	Тексты.Вставить("identifiers-changed", НСтр(
		"ru = 'Файл изменился после выгрузки: хеш в его конце не сошелся. Скопируйте файл еще раз или
		|выгрузите заново.';
		|en = 'The file was changed after unloading: the hash at its end does not match. Copy it once
		|more or unload anew.'"));
	Тексты.Вставить("identifiers-foreign", НСтр(
		"ru = 'Файл выгружен не для этого: не совпало «[field]». Выгрузите файл той же версией
		|установщика по тому же переходу.';
		|en = 'The file was unloaded for something else: “[field]” differs. Unload it by the same
		|migration.'"));
	Тексты.Вставить("identifiers-foreign?offered", НСтр(
		"ru = 'Файл выгружен не для этого: «[field]» в нем [offered], а нужно [expected]. Выгрузите
		|файл по тому же переходу.';
		|en = 'The file was unloaded for something else: its “[field]” is [offered], and [expected] is
		|needed. Unload it by the same migration.'"));
	Тексты.Вставить("identifiers-file-gone", НСтр(
		"ru = 'Временный файл загрузки пропал. Начните загрузку того же файла сначала: загруженное не
		|задвоится.';
		|en = 'The temporary file of the loading is gone. Load the same file from its beginning:
		|nothing is doubled.'"));
	Тексты.Вставить("identifiers-write-failed", НСтр(
		"ru = 'Порция не загрузилась и отменена целиком: [reason]. Повторите; загруженное раньше
		|осталось.';
		|en = 'The portion was not loaded and was undone as a whole: [reason]. Try again; what was
		|loaded before stays.'"));
	Тексты.Вставить("identifiers-write-failed?row", НСтр(
		"ru = 'Строка [row] не записалась, порция отменена целиком: [reason]. Повторите; если не
		|поможет, загрузите без этой строки.';
		|en = 'Row [row] was not written and its portion was undone: [reason]. Try again; if that does
		|not help, load without this row.'"));

КонецПроцедуры

// Строки в отчете о загрузке, с которыми вышло не как с новыми.
Процедура ДобавитьТекстыСтрокИдентификаторов(Тексты)

	Тексты.Вставить("row-invalid", НСтр(
		"ru = 'Строка записана не так, как выгружает установщик. Выгрузите файл заново.';
		|en = 'The row is not written as the installer unloads it. Unload the file anew.'"));
	Тексты.Вставить("value-type", НСтр(
		"ru = 'Значение в «[column]» не того типа. Исправьте его в старой базе и выгрузите заново.';
		|en = 'The value of “[column]” is of another type. Mend it in the old infobase and unload anew.'"));
	Тексты.Вставить("value-unfit", НСтр(
		"ru = 'Значение не помещается в «[column]». Сообщите об этом издателю расширения.';
		|en = 'The value does not fit into “[column]”. Tell the publisher of the extension.'"));
	Тексты.Вставить("table-missing", НСтр(
		"ru = 'В этой базе нет таблицы [table]. Если она нужна, установите то, в чем она есть, и
		|загрузите файл еще раз.';
		|en = 'This infobase has no table [table]. If it is needed, install what has it and load the
		|file once more.'"));
	Тексты.Вставить("object-missing", НСтр(
		"ru = 'В этой базе нет объекта [table] [id]. Перенесите объект и загрузите файл еще раз.';
		|en = 'This infobase has no object [table] [id]. Bring the object over and load the file once
		|more.'"));
	Тексты.Вставить("key-empty", НСтр(
		"ru = 'Не указан объект ([column]): связывать нечего.';
		|en = 'No object is named ([column]): there is nothing to link.'"));
	Тексты.Вставить("asked", НСтр(
		"ru = 'Строка пропущена по решению того, кто загружал.';
		|en = 'The row was left out by decision of the person who loaded.'"));
	Тексты.Вставить("replaced", НСтр(
		"ru = 'Было другое значение; заменено пришедшим.';
		|en = 'There was another value; it was replaced.'"));
	Тексты.Вставить("kept", НСтр(
		"ru = 'Есть другое значение; оставлено как было.';
		|en = 'There is another value; it was left as it was.'"));
	Тексты.Вставить("differs", НСтр(
		"ru = 'Есть другое значение; решите, какое верно, и исправьте вручную.';
		|en = 'There is another value; decide which is right and mend it by hand.'"));

КонецПроцедуры

#КонецОбласти
