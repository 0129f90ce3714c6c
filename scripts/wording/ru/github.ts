import type { GithubErrorArguments } from '../../github/error.ts';
import { say, type Words } from '../wording.ts';

/** Почему GitHub не сделал того, о чём его просили. */
export const GITHUB_RU: Words<GithubErrorArguments> = {
  'github-event-unusable': ({ reason }) => ({
    message: say`Событие GitHub не описывает завершённую проверку запроса на слияние (${reason}).`,
    cure: say`Запускайте эту команду из workflow с событием workflow_run.`,
  }),
  'github-no-permission': ({ action }) => ({
    message: say`У токена нет прав на это действие (${action}).`,
    cure: say`Дайте заданию нужное разрешение в permissions: pull-requests: write для отзыва, issues: write для задачи, contents: write для слияния.`,
  }),
  'github-not-configured': ({ variable }) => ({
    message: say`Не задана переменная ${variable}.`,
    cure: say`Передайте её шагу через env.`,
  }),
  'github-not-found': ({ action }) => ({
    message: say`GitHub не нашёл, с чем это сделать (${action}), или токену этого не видно.`,
    cure: say`Проверьте GITHUB_REPOSITORY и права токена.`,
  }),
  'github-rate-limited': ({ action }) => ({
    message: say`GitHub просит подождать: слишком много запросов (${action}).`,
    cure: say`Запустите задание позже.`,
  }),
  'github-refused': ({ action, status }) => ({
    message: say`GitHub не принял содержимое (${action}, статус ${status}).`,
    cure: say`Сообщите об этом разработчикам: так быть не должно.`,
  }),
  'github-unavailable': ({ action, status }) => ({
    message: say`GitHub не отвечает и после повторов (${action}, статус ${status}).`,
    cure: say`Запустите задание позже.`,
  }),
};
