import type { MergeRefusalCode } from '../../github/merge-refusal.ts';
import { say, type Untyped, type Words } from '../wording.ts';

/** Почему запрос на слияние ждёт человека. */
export const MERGE_RU: Words<Untyped<MergeRefusalCode>> = {
  'merge-not-tried': () => ({
    message: say`GitHub еще не попробовал слить эти изменения, или они противоречат основной ветке.`,
    cure: say`Обновите ветку и проверьте еще раз.`,
  }),
  'merge-not-open': () => ({ message: say`Запрос закрыт.`, cure: '' }),
  'merge-draft': () => ({ message: say`Это черновик.`, cure: say`Отметьте запрос готовым.` }),
  'merge-other-base': ({ base }) => ({ message: say`Запрос идёт в другую ветку: ${base}.`, cure: '' }),
  'merge-head-moved': () => ({
    message: say`После проверки в ветку отправили новый коммит.`,
    cure: say`Дождитесь новой проверки.`,
  }),
  'merge-too-many-files': ({ count, limit }) => ({
    message: say`Изменено файлов: ${count}; без человека сливаются не больше ${limit}.`,
    cure: say`Слейте запрос сами.`,
  }),
  'merge-files-unlisted': ({ count, listed }) => ({
    message: say`GitHub насчитал файлов ${count}, а показал ${listed}.`,
    cure: say`Слейте запрос сами.`,
  }),
  'merge-not-added': ({ file, status }) => ({
    message: say`Файл не добавлен, а изменён (${status}): ${file}.`,
    cure: say`Без человека сливаются только новые файлы.`,
  }),
  'merge-outside': ({ file }) => ({
    message: say`Файл не из выпуска расширения: ${file}.`,
    cure: say`Без человека сливаются только новые выпуски.`,
  }),
  'merge-several-extensions': ({ ids }) => ({
    message: say`Затронуто несколько расширений: ${ids}.`,
    cure: say`Отправьте их отдельными запросами.`,
  }),
  'merge-extension-unknown': ({ id }) => ({
    message: say`Расширения ${id} ещё нет в основной ветке.`,
    cure: say`Первый выпуск сливает человек.`,
  }),
  'merge-release-known': ({ id, version }) => ({
    message: say`Выпуск ${version} расширения ${id} уже есть.`,
    cure: say`Опубликованный выпуск меняет только человек.`,
  }),
  'merge-not-plain-file': ({ file }) => ({
    message: say`Это не обычный файл: ${file}.`,
    cure: say`Ссылки и подмодули без человека не сливаются.`,
  }),
  'merge-no-owners': ({ id }) => ({
    message: say`У расширения ${id} не названы владельцы.`,
    cure: say`Назовите их в owners в extension.yaml.`,
  }),
  'merge-author-not-owner': ({ login }) => ({
    message: say`Автор запроса, ${login}, не владелец расширения.`,
    cure: say`Слейте запрос сами или назовите автора владельцем.`,
  }),
  'merge-pusher-not-owner': ({ login }) => ({
    message: say`В ветку отправлял изменения ${login}, а он не владелец расширения.`,
    cure: say`Слейте запрос сами.`,
  }),
  'merge-pushers-unknown': () => ({
    message: say`GitHub не говорит обо всех, кто отправлял изменения в ветку.`,
    cure: say`Посмотрите все изменения и слейте запрос сами.`,
  }),
  'merge-fork-not-owners': ({ login }) => ({
    message: say`Ветка лежит в чужом репозитории: ${login}.`,
    cure: say`Отправьте ветку из репозитория владельца.`,
  }),
  'merge-check-missing': ({ name }) => ({ message: say`Нет проверки ${name}.`, cure: say`Дождитесь её.` }),
  'merge-check-pending': ({ name }) => ({
    message: say`Проверка ещё идёт: ${name}.`,
    cure: say`Дождитесь её.`,
  }),
  'merge-check-red': ({ name }) => ({
    message: say`Проверка не пройдена: ${name}.`,
    cure: say`Исправьте, что она нашла.`,
  }),
  'merge-objection': ({ login }) => ({
    message: say`${login} просит изменений.`,
    cure: say`Договоритесь с ним.`,
  }),
};
