import type { ReleaseCheckCode } from '../check-groups.ts';
import { say, sayReason, type Untyped, type Words } from '../wording.ts';
import { NOTES_RU } from './notes.ts';

/** Checks of what people write about extensions and releases, in Russian. */
export const RELEASE_CHECKS_RU: Words<Untyped<ReleaseCheckCode>> = {
  'any-configuration-unproved': ({ file, objects, count }) => ({
    message: say`configurations: any обещает файл ${file} любой базе, но он заимствует объекты конфигурации (${count}: ${objects}), а в другой их нет.`,
    cure: say`Перечислите конфигурации, для которых он сделан: - {name: …, version: …}.`,
  }),
  'builds-overlap': ({ name, range, other, otherRange }) => ({
    message: say`Версии «${range}» конфигурации ${name} уже заняты файлом ${other} («${otherRange}»): непонятно, какой из двух устанавливать.`,
    cure: say`Разведите диапазоны так, чтобы каждая версия ${name} попадала только в один.`,
  }),
  'channel-unknown': ({ channel, nearest, channels }) => ({
    message: say`Канала «${channel}» нет в publisher.yaml: такой выпуск не увидит никто.`,
    cure:
      nearest === ''
        ? say`Напишите один из каналов: ${channels}; или добавьте новый в publisher.yaml.`
        : say`Напишите channel: ${nearest}; или добавьте канал в publisher.yaml (есть: ${channels}).`,
  }),
  'configuration-unknown': ({ name, nearest, known, file }) => ({
    message: say`Конфигурации «${name}» нет в ${file}.`,
    cure:
      nearest === ''
        ? say`Исправьте имя (Метаданные.Имя; известны: ${known}) или опишите конфигурацию в ${file}.`
        : say`Напишите name: ${nearest} — или опишите новую конфигурацию в ${file}.`,
  }),
  'conflict-itself': ({ name }) => ({
    message: say`Расширение «${name}» названо несовместимым само с собой: обновить его не сможет никто.`,
    cure: say`Назовите другой модуль или удалите эту запись.`,
  }),
  'conflict-one-sided': ({ name, other, manifest }) => ({
    message: say`«${name}» не уживается с «${other}», а «${other}» об этом не знает: его поставят рядом.`,
    cure: say`Добавьте такую же запись с extension: ${name} в ${manifest}.`,
  }),
  'date-before-release': ({ field, date, released }) => ({
    message: say`Дата ${date} в поле ${field} раньше даты выпуска ${released}.`,
    cure: say`Исправьте одну из дат: ${field} не может быть раньше ${released}.`,
  }),
  'date-in-future': ({ field, date, now }) => ({
    message: say`Дата ${date} в поле ${field} еще не наступила: сегодня ${now}.`,
    cure: say`Напишите ${field}: ${now} или более раннюю дату.`,
  }),
  'eula-missing': ({ file }) => ({
    message: say`Платное расширение без лицензионного соглашения: нет файла ${file}.`,
    cure: say`Положите текст соглашения в ${file}.`,
  }),
  'extension-name-duplicate': ({ name, other }) => ({
    message: say`Имя «${name}» уже носит расширение ${other}: в одной базе они вытеснят друг друга.`,
    cure: say`Переименуйте расширение в конфигураторе и напишите новое имя здесь.`,
  }),
  'folder-version-mismatch': ({ version, folder }) => ({
    message: say`Папка называется «${folder}», а версия в описании — ${version}.`,
    cure: say`Переименуйте папку в ${version} или исправьте поле version.`,
  }),
  'license-record-open': ({ file, reason }) => ({
    message: say`Запись лицензии ${file} не зашифрована так, как шифруются записи (${reason}): ее прочтет любой.`,
    cure: say`Запишите ее заново: vypusk license extend. Если она уже в git, смените секрет: vypusk license rotate.`,
  }),
  'notes-forbidden-markup': (args) => sayReason(NOTES_RU, args),
  'notes-missing': ({ locale, file }) => ({
    message: say`Нет описания изменений на языке «${locale}».`,
    cure: say`Напишите в ${file}, что изменилось, для того, кто будет обновляться.`,
  }),
  'notes-picture-missing': ({ picture }) => ({
    message: say`Описание показывает картинку ${picture}, а такого файла в папке выпуска нет.`,
    cure: say`Положите картинку рядом с описанием или в папку images либо уберите ее из текста.`,
  }),
  'notes-placeholder': ({ file }) => ({
    message: say`В ${file} еще нет описания: только заголовок или слово, оставленное на потом.`,
    cure: say`Напишите в ${file}, что изменилось, для того, кто будет обновляться.`,
  }),
  'prefix-of-1c-patch': ({ name, prefix }) => ({
    message: say`Имя «${name}» начинается с «${prefix}»: так называются исправления фирмы «1С», и БСП удаляет их сама при обновлении конфигурации.`,
    cure: say`Переименуйте расширение в конфигураторе: имя не должно начинаться с «${prefix}».`,
  }),
  'prerelease-in-stable': ({ version, channel, others }) => ({
    message: say`Предварительная версия ${version} выпускается в канал «${channel}», который получают все.`,
    cure: say`Укажите другой канал (${others}) или выпустите версию без пометки после дефиса.`,
  }),
  'price-products-mismatch': ({ price }) =>
    price === 'paid'
      ? {
          message: say`Расширение платное, но не сказано, лицензия на какие продукты его открывает.`,
          cure: say`Добавьте products: [имя-продукта] или напишите price: free.`,
        }
      : {
          message: say`Расширение бесплатное, а список продуктов заполнен.`,
          cure: say`Удалите поле products или напишите price: paid.`,
        },
  'product-unknown': ({ product, nearest, known }) => ({
    message: say`Продукта «${product}» нет среди тех, на которые выдаются лицензии.`,
    cure:
      nearest === ''
        ? say`Напишите один из известных продуктов: ${known}.`
        : say`Напишите ${nearest}; известные продукты: ${known}.`,
  }),
  'range-admits-nothing': ({ field, range }) => ({
    message: say`Диапазону «${range}» (${field}) не отвечает ни одна версия.`,
    cure: say`Проверьте знаки и границы: например, ">=1.2 <2" вместо ">2 <1.2".`,
  }),
  'release-unreachable': ({ version, by }) => ({
    message: say`Выпуск ${version} не предложат ни одной базе: всем, кому он подходит, подходит и более новый ${by}.`,
    cure: say`Дайте ему версию новее ${by} — или сузьте диапазоны ${by}, если часть баз должна получать ${version}.`,
  }),
  'replacement-missing': ({ replacement, why }) => ({
    message:
      why === 'withdrawn'
        ? say`Замена ${replacement} сама отозвана.`
        : say`Замены ${replacement} среди выпусков нет.`,
    cure: say`Назовите в replacement выпуск, который есть и не отозван, или удалите это поле.`,
  }),
  'replacement-not-newer': ({ replacement, version }) => ({
    message: say`Замена ${replacement} не новее отозванной версии ${version}: обновление идет только вверх, и ее никому не предложат.`,
    cure: say`Выпустите исправление с версией больше ${version} и назовите его в replacement.`,
  }),
  'rollout-ignored': ({ percent }) => ({
    message: say`Критический выпуск получают все сразу: постепенный выпуск (${percent} %) не действует.`,
    cure: say`Удалите rollout или напишите importance: recommended.`,
  }),
  'screenshot-refused': ({ file, reason, width, height, least, most }) => ({
    message:
      reason === 'missing'
        ? say`Снимка экрана ${file} нет в папке screenshots.`
        : reason === 'size'
          ? say`Снимок экрана ${file} — ${width} на ${height} точек: сторона бывает от ${least} до ${most}.`
          : say`Содержимое ${file} — не картинка PNG, JPEG или WebP, что бы ни говорило имя.`,
    cure: say`Положите снимок в папку screenshots расширения или уберите эту строку.`,
  }),
  'step-dead-end': ({ version, range, versions, more }) => ({
    message: say`На ${version} обновляются только с версий «${range}», и у ${versions}${andMore(more)} пути нет: ни один выпуск между ними не подходит.`,
    cure: say`Расширьте updateFrom или выпустите промежуточную версию, на которую они могут перейти.`,
  }),
  'step-unreachable': ({ version, range, newest }) => ({
    message: say`На ${version} обновляются только с версий «${range}», а среди выпусков таких нет: обновиться не сможет никто.`,
    cure: say`Включите в updateFrom выпуск, который есть, например updateFrom: ">=${newest}".`,
  }),
  'tested-outside-range': ({ name, tested, range }) => ({
    message: say`Файл проверен на ${name} ${tested}, но диапазон «${range}» этой версии не допускает.`,
    cure: say`Исправьте tested или расширьте version так, чтобы в нее входила ${tested}.`,
  }),
  'text-untranslated': ({ field, file }) => ({
    message: say`Поле ${field} не переведено: англоязычный читатель увидит русский текст.`,
    cure:
      file === undefined
        ? say`Напишите ${field}: {ru: …, en: …}.`
        : say`Положите рядом с описанием файл ${file}.`,
  }),
  'unlock-mismatch': ({ file, field, state }) =>
    state === 'missing'
      ? {
          message: say`Файл ${file} защищен, а поля ${field} в описании нет: клиент его не откроет.`,
          cure: say`Добавьте файл командой vypusk add: она запишет clear и unlock.`,
        }
      : {
          message: say`Файл ${file} открытый, поле ${field} здесь ничего не значит.`,
          cure: say`Удалите поле ${field}.`,
        },
  'unlock-month-mismatch': ({ file, written, date, month }) => ({
    message: say`Файл ${file} запечатан для месяца ${written}, а выпуск датирован ${date}: лицензии проверяются по месяцу выпуска.`,
    cure: say`Верните дату выпуска в ${written} или удалите этот build и добавьте файл заново: vypusk add запечатает его для ${month}.`,
  }),
  'unlock-product-unlisted': ({ file, product, manifest }) => ({
    message: say`Файл ${file} открывается продуктом «${product}», которого нет в списке расширения: покупателям о нем не скажут.`,
    cure: say`Добавьте ${product} в products в ${manifest} или удалите эту запись.`,
  }),
  'version-duplicate': ({ version, other }) => ({
    message: say`Версия ${version} уже выпущена в ${other}: недостающие части считаются нулями.`,
    cure: say`Выпустите следующую версию или удалите один из двух выпусков, если он не был опубликован.`,
  }),
  'version-not-increasing': ({ version, date, other, otherDate, channel }) => ({
    message: say`Версия ${version} выпущена ${date}, позже большей версии ${other} (${otherDate}) в том же канале «${channel}»: ее никому не предложат.`,
    cure: say`Дайте выпуску версию больше ${other} или исправьте дату.`,
  }),
  'version-spelling': ({ written, folder, version }) => ({
    message:
      folder === ''
        ? say`Версия записана как «${written}», а пишется ${version}: у версии одно написание.`
        : say`Папка называется «${folder}», а версия пишется ${version}: у версии одно написание.`,
    cure:
      folder === ''
        ? say`Напишите version: ${version}.`
        : say`Напишите version: ${version} и переименуйте папку в ${version}.`,
  }),
};

const andMore = (count: unknown): string => (typeof count === 'number' && count > 0 ? ` и еще ${count}` : '');
